// Sign-in services of organisations on loopback: a certified provider, and one that says whatever a story wants.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { OAuth2Server } from 'oauth2-mock-server'
import Provider from 'oidc-provider'
import { freePort } from './process.mjs'

const CLIENT = 'passerelle'
const SECRET = 'a-secret-between-the-two-of-us'

/** A provider that is certified, and brings people back to this address; whoever types an address is its owner. */
export async function startProvider(back) {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `person-${id}`, email: id, email_verified: true }) }),
    cookies: { keys: ['only for this story'] },
  })
  const listener = createServer(provider.callback())
  await new Promise((resolve) => listener.listen(port, 'localhost', resolve))
  const stop = () => new Promise((resolve) => (listener.closeAllConnections(), listener.close(resolve)))
  return { issuer, client: CLIENT, secret: SECRET, stop }
}

/** A provider that lets everybody through at once and says `say(payload)` of them; `forge` replaces the whole token. */
export async function startLiar() {
  const liar = new OAuth2Server()
  await liar.issuer.keys.generate('RS256')
  await liar.start(await freePort(), 'localhost')
  const lies = { say: undefined, forge: undefined }
  liar.service.on('beforeTokenSigning', ({ payload }) => lies.say?.(payload))
  liar.service.on('beforeResponse', ({ body }) => {
    if (lies.forge && body.id_token) body.id_token = lies.forge(read(body.id_token))
  })
  return { issuer: liar.issuer.url, client: CLIENT, secret: SECRET, lies, stop: () => liar.stop() }
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

function read(token) {
  const [header, payload] = token.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')))
  return { header, payload }
}

/** The same token with no signature at all. */
export function unsigned({ header, payload }) {
  return `${encode({ ...header, alg: 'none' })}.${encode(payload)}.`
}

/** The same token signed with the secret of the two, as if it were a signature that we take. */
export function signedWithTheSecret({ header, payload }) {
  const text = `${encode({ ...header, alg: 'HS256' })}.${encode(payload)}`
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`
}

/** The same token signed with a key of somebody else, under the name of the real one. */
export function signedByAnother({ header, payload }) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const text = `${encode(header)}.${encode(payload)}`
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
}
