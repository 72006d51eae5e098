// A coordinator makes a token, a program uses it for what was ticked and for nothing else, and the token is ended.
import { equal, ok } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

story('A token lets a program do what was ticked', { languages: ['fr'], phones: [true] }, tell)
story('A token lets a program do what was ticked', { languages: ['en'], javascripts: [false] }, tell)

async function tell({ person, server }) {
  const coralie = await person()
  await coralie.signIn(server.account('coralie'))
  await coralie.go('/account')
  await coralie.open(coralie.page.locator('a[href="/me/tokens"]'))
  await coralie.press('web-tokens-add')
  await coralie.see('web-tokens-name-missing')
  await coralie.fill('web-tokens-name', 'Tableur de Coralie')
  await coralie.choose('placement-ability-missions-read')
  await coralie.shot('token-new')
  await coralie.press('web-tokens-add')
  await coralie.shot('token-once')
  const token = await coralie.page.locator('.p-secret').first().textContent()

  const ask = (path) => fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
  const missions = await ask('/api/v1/missions')
  equal(missions.status, 200)
  ok((await missions.json()).items.length > 5)
  equal((await ask('/api/v1/hours')).status, 403)

  await coralie.follow('web-tokens-kept')
  ok(!(await coralie.page.content()).includes(token), 'a token is shown once')
  await coralie.open(coralie.page.locator('.p-device button'))
  await coralie.see('web-tokens-ended-done')
  equal((await ask('/api/v1/missions')).status, 401)
}
