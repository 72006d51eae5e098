// A stranger finds an association on the map, without a script if need be; a peer sees herself as others see her;
// a coordinator writes what her association shows.
import { equal, match, ok } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

const ways = { languages: ['fr', 'en'], phones: [true, false] }

story('The network on a map and in a list', { ...ways, javascripts: [true] }, onTheMap)
story('The network on a map and in a list', { languages: ['fr'], javascripts: [false] }, onTheMap)
story('Who sees what of me', ways, whoSees)
story('An association describes itself', ways, describes)

async function onTheMap({ person }) {
  const stranger = await person()
  await stranger.go('/network')
  await stranger.shot('map-public')
  const seen = stranger.page.locator('.p-map__picture:visible')
  equal(await seen.count(), 1, 'one drawing for this screen')
  // Every mark leads somewhere on a keyboard, and the list has what the marks count.
  const marks = await seen.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  ok(marks.length > 2, `${marks.length} marks`)
  for (const href of marks.filter((one) => one.startsWith('#'))) equal(await stranger.page.locator(href).count(), 1, href)
  await seen.locator('a').first().focus()
  await stranger.page.keyboard.press('Enter')
  await stranger.page.waitForURL(/#place-|country=/)
  await stranger.look()
  await stranger.go('/network?country=world')
  await stranger.shot('map-world')
  await stranger.go('/network?country=BE')
  await stranger.shot('map-belgium')
  await stranger.open(stranger.page.getByRole('link', { name: 'Peer and Team Support (PAT)' }))
  match(stranger.page.url(), /\/associations\//)
  await stranger.shot('association-public')
}

async function whoSees({ person, server }) {
  const noor = await person()
  await noor.signIn(server.account('noor'))
  await noor.go('/me')
  await noor.follow('web-me-visibility')
  await noor.shot('visibility')
  const group = noor.page.locator('fieldset').filter({ hasText: /06\s39\s98\s00\s01/ })
  await group.getByLabel(noor.say('directory-audience-teams'), { exact: true }).uncheck()
  await noor.press('directory-save')
  await noor.see('directory-visibility-changed-done')
  await noor.follow('directory-audience-colleagues')
  await noor.see(/06\s39\s98\s00\s01/)
  await noor.shot('seen-by-colleagues')
  await noor.follow('directory-audience-teams')
  await noor.seeNot(/06\s39\s98\s00\s01/)
  await noor.shot('seen-by-teams')
}

async function describes({ person, server }) {
  const coralie = await person()
  await coralie.signIn(server.account('coralie'))
  await coralie.go('/network')
  await coralie.shot('map-known')
  await coralie.open(coralie.page.getByRole('link', { name: /^Espairs/ }))
  await coralie.shot('association-ours')
  await coralie.follow('directory-description-edit-action')
  await coralie.shot('description-form')
  await coralie.fill('directory-part-obstacles', 'Les subventions sont annuelles. Nous avons un accord de trois ans.')
  await coralie.press('directory-save')
  await coralie.see('directory-description-changed-done')
  await coralie.follow('directory-description-history-title')
  await coralie.shot('description-history')
  equal(await coralie.page.locator('ins').first().isVisible(), true)
  await coralie.page.goBack()
  await coralie.follow('directory-contacts-edit-action')
  await coralie.shot('contacts')
}
