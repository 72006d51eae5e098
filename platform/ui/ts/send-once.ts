// A form that is on its way is not sent a second time by an impatient click.

const onTheWay = new WeakSet<HTMLFormElement>()

/** Nothing may block a form for good: a download or a broken line leaves the page where it is. */
const PATIENCE_MS = 10_000

export function sendOnce (): void {
  // In the capturing phase: before htmx takes the event.
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.dataset.passkey) return
    if (onTheWay.has(form)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    onTheWay.add(form)
    form.setAttribute('aria-busy', 'true')
    setTimeout(() => release(form), PATIENCE_MS)
  }, true)
  document.addEventListener('htmx:finally:request', event => release(event.target))
  // Coming back with the browser's button shows the page as it was left.
  window.addEventListener('pageshow', () => document.querySelectorAll('form[aria-busy]').forEach(release))
}

function release (form: unknown): void {
  if (!(form instanceof HTMLFormElement)) return
  onTheWay.delete(form)
  form.removeAttribute('aria-busy')
}
