// One placement from the public request to the payment, by the five people who make it: somebody of the team without
// an account, the coordinator, the peer, the referent, the treasurer.
import { temporaryFolder } from '../kit/process.mjs'
import { story } from '../kit/story.mjs'
import { ask } from './ask.mjs'
import { decide } from './decide.mjs'
import { answerInstead, approve, confirm, passOn, record } from './hours.mjs'
import { agree, invoice, pay } from './money.mjs'
import { begin, prepare, propose, sayYes, subscribe } from './mission.mjs'

const ASSOCIATION = 'Espairs Pair Aidance Santé Mentale Rhône'
const PEER = 'Noor Amandier'

/** Tells the placement in these ways (see `story`). */
export function placement(ways) {
  story('From the request of a team to the payment of the invoice', ways, async (told) => {
    const folder = await temporaryFolder('papers')
    try {
      await tell(told, folder.path)
    } finally {
      await folder.remove()
    }
  })
}

async function tell({ person, server, tellAside }, folder) {
  const enter = async (name) => {
    const entered = await person()
    await entered.signIn(server.account(name))
    return entered
  }
  const asker = await person()
  const followed = await ask(asker, ASSOCIATION, tellAside)
  const coordinator = await enter('coralie')
  await decide(coordinator, asker, followed)
  const mission = await prepare(coordinator)
  await propose(coordinator, PEER)
  const peer = await enter('noor')
  await sayYes(peer)
  await begin(coordinator, mission, PEER)
  tellAside(await subscribe(peer, folder))

  await record(peer, tellAside)
  await passOn(peer, tellAside)
  await answerInstead(coordinator, 'Bonjour, ce n’est pas dans la charte de la mission. Je vous appelle demain.')
  await confirm(await enter('samir'))
  await approve(coordinator)

  const treasurer = await enter('marguerite')
  await agree(treasurer)
  tellAside(await invoice(treasurer, folder))
  await pay(treasurer)
}
