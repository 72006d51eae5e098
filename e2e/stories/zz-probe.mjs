import assert from 'node:assert/strict'
import { story } from '../kit/story.mjs'
story('Somebody enters', { phones: [false, true], mail: true }, async ({ person, server, mail, language }) => {
  const p = await person()
  await p.signIn(server.account('noor'))
  await p.see('Bonjour ' + mail.url)
  await p.axe()
  assert.match(server.log(), /kept/)
  assert.equal(server.account('noor').organisation, 'Les Passerelles du Sud')
  assert.throws(() => server.account('nobody'), /coralie@/)
  const other = await person({ language: 'en', phone: false })
  assert.equal(other.words.language, 'en')
  if (language === 'en') await p.see('something that is not there')
})
