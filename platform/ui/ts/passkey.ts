// Passkeys: a form with `data-passkey` is shown where the browser knows them; its button asks the device, and what the
// device answers is sent with the form. Without this script, or without passkeys, the form stays hidden.

type Json = Record<string, any>

export function enablePasskeys (scope: ParentNode): void {
  if (!window.PublicKeyCredential || !navigator.credentials) return
  for (const other of scope.querySelectorAll<HTMLElement>('[data-passkey-without]')) other.hidden = true
  for (const form of scope.querySelectorAll<HTMLFormElement>('form[data-passkey][hidden]')) {
    form.hidden = false
    form.addEventListener('submit', event => answer(event, form))
  }
}

async function answer (event: Event, form: HTMLFormElement): Promise<void> {
  const field = form.elements.namedItem('credential')
  if (!(field instanceof HTMLInputElement) || field.value) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const problem = form.querySelector<HTMLElement>('[data-passkey-problem]')
  if (problem) problem.hidden = true
  try {
    field.value = JSON.stringify(await credential(form.dataset.passkey, form.dataset.options ?? ''))
    form.submit()
  } catch (error) {
    // Refused, ended or too slow: the person may try again, or come in another way.
    if (problem) problem.hidden = false
  }
}

async function credential (what: string | undefined, address: string): Promise<Json> {
  const response = await fetch(address, { method: 'POST', headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${response.status}`)
  const { publicKey } = await response.json()
  publicKey.challenge = bytes(publicKey.challenge)
  if (what === 'create') {
    publicKey.user.id = bytes(publicKey.user.id)
    publicKey.excludeCredentials = publicKey.excludeCredentials?.map(withBytes)
    return written(await navigator.credentials.create({ publicKey }))
  }
  publicKey.allowCredentials = publicKey.allowCredentials?.map(withBytes)
  return written(await navigator.credentials.get({ publicKey }))
}

const withBytes = (known: Json) => ({ ...known, id: bytes(known.id) })

/** What the device answered, with its bytes as letters. */
function written (made: Credential | null): Json {
  if (!(made instanceof PublicKeyCredential)) throw new Error('no credential')
  const response: Json = {}
  for (const name of ['attestationObject', 'authenticatorData', 'clientDataJSON', 'signature', 'userHandle']) {
    const value = (made.response as Json)[name]
    if (value) response[name] = letters(value)
  }
  const extensions = made.getClientExtensionResults()
  return { id: made.id, rawId: letters(made.rawId), type: made.type, response, extensions }
}

function bytes (text: string): Uint8Array {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, letter => letter.charCodeAt(0))
}

function letters (value: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(value))
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
