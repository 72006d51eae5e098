import { test } from 'node:test'
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { openBrowser, person } from '../kit/browser.mjs'
import { words } from '../kit/words.mjs'
import { startMail } from '../kit/mail.mjs'
import { judge } from '../kit/judge.mjs'
import assert from 'node:assert/strict'
const page = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head><body><main><h1>Bonjour</h1>
<form method="post" action="/done"><p><label for="a">Prénom\u00a0:</label><input id="a" name="a" type="text"></p>
<p><label for="b">Pays</label><select id="b" name="b"><option value="fr">France</option><option value="be">Belgique</option></select></p>
<p><input type="checkbox" id="c" name="c"><label for="c">Oui</label></p>
<p>x</p><button type="submit">Envoyer\u202f!</button></form><p>.</p><p>&nbsp;</p><p><a href="/x">Plus de choses ici</a> et du texte</p><p>&nbsp;</p><noscript>sans script</noscript></main></body></html>`
test('sugar and nothing', async (t) => {
  const server = createServer((q, r) => { 
    if (q.url === '/healthz') return r.end('ok')
    r.writeHead(q.method === 'POST' ? 422 : 200, {'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; form-action 'self'"}).end(page) })
  await new Promise((ok) => server.listen(0, ok))
  const url = `http://localhost:${server.address().port}`
  const b = await openBrowser()
  try {
    for (const javascript of [true, false]) {
      const p = await person(b, { url, javascript })
      await p.go('/')
      await p.fill('Prénom :', 'x')
      await p.select('Pays', 'words-country-BE')
      await p.choose('Oui')
      await p.press('Envoyer\u00a0!')
      await p.see('Bonjour')
      await p.seeNot('Absent')
      assert.equal(p.page.url(), url + '/done')
      await p.axe()
      await p.htmlValidate()
      assert.equal(await p.heading(), 'Bonjour')
      assert.equal(await p.overflows(), false)
      assert.deepEqual(p.troubles, [])
      await p.shot('probe'); await p.go('/'); if (!javascript) await p.see('sans script')
      console.log('ok', javascript)
      await assert.rejects(async () => p.fill('words-country-XX', ''), /no words/)
    }
  } finally { await b.close(); server.close(); server.closeAllConnections() }
})
test('mail', async () => {
  const mail = await startMail()
  const { port } = new URL(mail.url)
  const py = `import smtplib,email.message as m
e=m.EmailMessage(); e['From']='a@x.fr'; e['To']='Noor <n@x.fr>'; e['Subject']='Été à venir'; e.set_content('Bonjour à toutes'); e.add_alternative('<p>hé</p>',subtype='html'); e.add_attachment(b'1',maintype='text',subtype='calendar',filename='a.ics')
s=smtplib.SMTP('127.0.0.1',${port}); s.send_message(e); s.quit()`
  execFileSync(process.env.PASSERELLE_PYTHON, ['-c', py])
  const got = await mail.messageTo('n@x.fr')
  console.log(got)
  assert.equal(got.subject, 'Été à venir')
  await mail.stop()
})
test('words', () => { assert.equal(words('fr').say("words-hours", {hours: 9}), "9\u00a0h") ; words('en') })
test('judge', async () => { await assert.rejects(judge('pdf.py', '/etc/passwd'), /pdf.py/) })
