// The treasurer agrees on the price with the institution, issues the invoice, records the payment. The paper of the
// invoice is judged by strangers' tools: they accept it, and refuse it with one amount changed.
import { equal, match } from 'node:assert/strict'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { day } from '../kit/days.mjs'
import { judge, refused } from '../kit/judge.mjs'
import { MISSION } from './ask.mjs'

const COST = { wages: '18.40', contributions: '7.75', expenses: '1.35', rate: '27.50' }
const ENGAGEMENT = 'EJ-2026-0118'

/** Approved hours without an agreement: the treasurer writes it, at cost. */
export async function agree(treasurer) {
  await treasurer.go('/today')
  await treasurer.shot('today-treasurer')
  await treasurer.go('/invoices/new')
  await treasurer.shot('invoices-ready')
  const row = treasurer.page.locator('main p', { hasText: MISSION })
  await treasurer.follow('placement-agreement-new-action', row)
  await treasurer.choose('placement-agreement-at-cost')
  const mark = treasurer.say('placement-paper-decimal-mark')
  for (const [name, amount] of Object.entries(COST)) {
    await treasurer.fill(`placement-agreement-${name}`, amount.replace('.', mark))
  }
  await treasurer.choose('placement-vat-fr-261-7')
  await treasurer.fill('placement-agreement-payment-days', '50')
  await treasurer.date('placement-agreement-from-day', day())
  await treasurer.fill('placement-agreement-engagement', ENGAGEMENT)
  await treasurer.shot('agreement-form')
  await treasurer.press('placement-agreement-save')
  await treasurer.see('placement-agreement-made-done')
  await treasurer.shot('agreement')
}

/** Issues the invoice of the hours so far; gives what the judges say of its paper. */
export async function invoice(treasurer, folder) {
  await treasurer.follow('placement-invoices-prepare')
  await treasurer.shot('invoice-preview')
  await treasurer.press('placement-prepare-issue')
  await treasurer.see('placement-invoice-issued-done')
  await treasurer.shot('invoice')
  const { pathname } = new URL(treasurer.page.url())
  const file = join(folder, 'invoice.pdf')
  await writeFile(file, await treasurer.download(`${pathname}/document`))
  if (process.env.SHOTS) await copyFile(file, join(process.env.SHOTS, 'invoice.pdf'))
  const paper = await judge('pdf.py', '--has', 'factur-x.xml', '--says', ENGAGEMENT, '--says', 'Noor Amandier', file)
  const accepted = await judge('invoice.py', '--rules', 'en16931,fr', file)
  match(accepted, /ACCEPTED/)
  const broken = await refused('invoice.py', '--rules', 'en16931,fr', '--break', file)
  match(broken, /REFUSED/)
  return `${paper}${accepted}${broken}`
}

/** The whole sum arrives. */
export async function pay(treasurer) {
  await treasurer.follow('placement-payment-link')
  await treasurer.fill('placement-payment-reference', 'Mandat 4711')
  await treasurer.shot('payment')
  await treasurer.press('placement-payment-action')
  await treasurer.see('placement-payment-done')
  await treasurer.see('placement-invoice-stage-paid')
  equal(await treasurer.page.getByRole('button', { name: treasurer.say('placement-payment-link') }).count(), 0)
  await treasurer.shot('invoice-paid')
  await treasurer.go('/invoices')
  await treasurer.shot('invoices')
}
