// The device of a person as far as passkeys go: Chromium's virtual authenticator, which checks its holder or does not.

/** Gives the person a device that keeps passkeys. */
export async function giveDevice({ page }) {
  const line = await page.context().newCDPSession(page)
  await line.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true }
  const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return {
    keys: async () => (await line.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    recognises: (yes) => line.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: yes }),
  }
}
