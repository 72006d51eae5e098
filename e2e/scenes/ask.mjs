// A head nurse asks for a peer, without an account, and follows what becomes of it.
import { ok } from 'node:assert/strict'

/** Four minutes, as the first page promises. */
const PROMISED_SECONDS = 240

export const HOSPITAL = 'Centre hospitalier de Bourg-en-Bresse'
export const TEAM = 'Équipe de liaison'
export const MISSION = 'Une présence auprès de l’équipe de liaison'
const ASKER = { name: 'Zoé Chèvrefeuille', email: 'zoe@fleyriat.example' }

/** From the first page to the link that shows where the request stands; gives its path. */
export async function ask(asker, association, tellAside) {
  await asker.go('/')
  await asker.shot('home')
  asker.begin()
  await asker.follow('placement-home-ask')
  await asker.choose(association)
  await asker.press('placement-ask-begin')
  await answerAboutTheTeam(asker)
  await answerAboutTheWork(asker)
  await answerAboutPeople(asker)
  await asker.see('placement-ask-check-title')
  await asker.shot('request-check')
  await asker.press('placement-ask-send')
  await asker.see('placement-ask-sent-title')
  tellAside(`asking for a peer: ${asker.effort}`)
  ok(asker.effort.seconds < PROMISED_SECONDS, `asking takes ${asker.effort.seconds} s`)
  await asker.shot('request-sent')
  await asker.follow('placement-ask-sent-follow')
  await asker.see('placement-follow-submitted-title')
  return new URL(asker.page.url()).pathname
}

async function answerAboutTheTeam(asker) {
  await asker.see('placement-ask-team-label')
  await refuseAnEmptyAnswer(asker)
  await asker.fill('placement-ask-team-institution', HOSPITAL)
  await asker.fill('placement-ask-team-team', TEAM)
  await asker.press('placement-ask-continue')
  await asker.choose('placement-setting-hospital')
  await asker.press('placement-ask-continue')
  await asker.choose('placement-public-mental-health')
  await asker.press('placement-ask-continue')
  await asker.choose('placement-hopes-links')
  await asker.choose('placement-hopes-reaching')
  await asker.shot('request-question')
  await asker.press('placement-ask-continue')
}

/** What is missing is said in a summary and at the field. */
async function refuseAnEmptyAnswer(asker) {
  await asker.press('placement-ask-continue')
  await asker.page.getByRole('link', { name: asker.say('placement-ask-team-institution-missing') }).waitFor()
  await asker.shot('request-refused')
}

async function answerAboutTheWork(asker) {
  await asker.fill('placement-ask-hours-label', '7')
  await asker.press('placement-ask-continue')
  await asker.choose('placement-ask-length-6')
  await asker.choose('placement-ask-length-trial')
  await asker.press('placement-ask-continue')
  await asker.fill('placement-ask-place-label', 'Viriat')
  await asker.press('placement-ask-continue')
  // The language of the page is ticked already; this team works in French.
  await asker.choose('words-spoken-fr')
  await asker.press('placement-ask-continue')
  await asker.choose('placement-ask-start-soon')
  await asker.press('placement-ask-continue')
}

async function answerAboutPeople(asker) {
  await asker.choose('placement-ask-referent-named')
  await asker.fill('placement-ask-referent-name', 'Samir Prunier')
  await asker.press('placement-ask-continue')
  await asker.choose('placement-experience-none')
  await asker.press('placement-ask-continue')
  await asker.fill('placement-ask-contact-name', ASKER.name)
  await asker.fill('placement-ask-contact-email', ASKER.email)
  await asker.press('placement-ask-continue')
}
