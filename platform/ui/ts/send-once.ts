// A form that is on its way is not sent a second time by an impatient click.

const onTheWay = new WeakSet<HTMLFormElement>()

export function sendOnce (): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (onTheWay.has(form)) {
      event.preventDefault()
      return
    }
    onTheWay.add(form)
    form.setAttribute('aria-busy', 'true')
  })
  // Coming back with the browser's button shows the page as it was left.
  window.addEventListener('pageshow', () => document.querySelectorAll('form[aria-busy]').forEach(release))
  // Nothing may block a form for good: a download or a broken line leaves the page where it is.
  document.addEventListener('submit', event => setTimeout(() => release(event.target), 10_000))
}

function release (form: unknown): void {
  if (!(form instanceof HTMLFormElement)) return
  onTheWay.delete(form)
  form.removeAttribute('aria-busy')
}
