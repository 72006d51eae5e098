// A peer reads what is held about her, who looked and who can see it, takes a copy, says that something is wrong, asks
// for an erasure; an administrator looks for double records.
import { equal, match, ok } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

const ways = { languages: ['fr', 'en'], phones: [true, false] }

story('What is held about me', ways, held)
story('Two records of one person', { languages: ['fr', 'en'], phones: [true, false] }, merged)

async function held({ person, server }) {
  const noor = await person()
  await noor.signIn(server.account('noor'))
  await noor.go('/account/data/who-looked')
  await noor.see(/Coralie Tilleul/)
  await noor.shot('who-looked')
  await noor.go('/account/data/who-sees')
  await noor.see(/Coralie Tilleul/)
  await noor.shot('who-sees')
  await noor.go('/me/held')
  await noor.see(/06\s?39\s?98\s?00\s?01/)
  await noor.shot('held')

  await noor.go('/me/export')
  await noor.shot('export')
  const [copy] = await Promise.all([
    noor.page.waitForEvent('download'),
    noor.page.getByRole('button', { name: noor.say('privacy-export-action') }).click(),
  ])
  match(copy.suggestedFilename(), /\.zip$/)

  await noor.go('/me/held')
  await noor.open(noor.page.locator('main a[href*="kind=correction"]:visible'))
  await noor.shot('correction')
  await noor.press('privacy-ask-action')
  ok(await noor.page.locator('.govuk-error-summary').isVisible(), 'nothing was written')
  await noor.fill('privacy-ask-correction-label', 'Je ne suis plus à Lille depuis mars.')
  await noor.press('privacy-ask-action')
  await noor.see('privacy-asked-done')

  const coralie = await person()
  await coralie.signIn(server.account('coralie'))
  await coralie.go('/claims')
  await coralie.shot('claims')
  await coralie.open(coralie.page.locator('main a[href^="/claims/"]'))
  await coralie.see(/Je ne suis plus à Lille depuis mars/)
  await coralie.choose('privacy-claim-done')
  await coralie.fill('privacy-claim-answer', 'C’est corrigé.')
  await coralie.shot('claim')
  await coralie.press('privacy-claim-answer-action')
  await coralie.see('privacy-claim-answered-done')
  await coralie.go('/processing')
  await coralie.shot('register')

  await noor.go('/me/held')
  await noor.see(/C’est corrigé/)
  await noor.go('/me/erasure')
  await noor.shot('erasure')
  await noor.press('privacy-erasure-action')
  await noor.see('privacy-erasure-asked-done')
  await noor.shot('erasure-asked')
}

async function merged({ person, server }) {
  const ada = await person()
  await ada.signIn(server.account('ada'))
  await ada.go('/people/doubles')
  await ada.shot('doubles')
  await ada.go('/people')
  await ada.open(ada.page.locator('main').getByRole('link', { name: /^Noor/ }))
  await ada.follow('directory-merger-link-person')
  await ada.fill('directory-merger-search', 'mathis')
  await ada.press('directory-merger-search-action', ada.page.locator('main'))
  await ada.shot('merger')
  // Mathis has come in: his record never steps back.
  equal(await ada.page.locator('main input[type=radio]').count(), 1)
  await ada.page.locator('main input[type=radio]').check()
  await ada.press('directory-merger-action')
  await ada.see('directory-refusal-merger-theirs')
  await ada.shot('merger-refused')
}
