import { chromium } from 'playwright-core'
import { createServer } from 'node:http'
import { readFileSync, existsSync } from 'node:fs'
const folder='/tmp/passerelle/ui'
const T={html:'text/html; charset=utf-8',css:'text/css',js:'text/javascript',svg:'image/svg+xml',woff2:'font/woff2'}
const CSP="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
let posts=0
const s=createServer((q,r)=>{
 const h={'content-security-policy':CSP}
 if(q.url==='/sse'){r.writeHead(200,{'content-type':'text/event-stream',...h}); setTimeout(()=>r.write('event: room-changed\ndata: x\n\n'),300); return}
 if(q.url==='/frag'){r.writeHead(200,{'content-type':'text/html',...h}); return r.end('<p id=got>refetched</p><button class="govuk-button" data-module="govuk-button">b</button>')}
 if(q.url==='/refuse'){posts++; setTimeout(()=>{r.writeHead(422,{'content-type':'text/html',...h}); r.end('<p id=refused>mend this</p>')},300);return}
 if(q.url==='/slow'){posts++; return setTimeout(()=>{r.writeHead(200,{'content-type':'text/html'});r.end('ok')},1500)}
 let f=folder+q.url; if(q.url==='/t.html'){
  const page=readFileSync(folder+'/style-fr.html','utf8'); r.writeHead(200,{'content-type':T.html,...h})
  return r.end(page.replace(/<main[\s\S]*<\/main>/,'<main id=main><div id=room hx-sse:connect="/sse"><div id=live hx-get="/frag" hx-trigger="room-changed from:#room">old</div></div><form id=f hx-post="/refuse" hx-target="#out" method=post action="/refuse"><button id=go>go</button></form><div id=out></div><form id=p method=post action=/slow><button id=slow>s</button></form></main>'))}
 if(!existsSync(f))return r.writeHead(404).end(); r.writeHead(200,{'content-type':T[f.split('.').pop()]||'text/plain',...h});r.end(readFileSync(f))}).listen(0)
const o=`http://127.0.0.1:${s.address().port}`
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking','--no-first-run']})
const p=await b.newPage(); p.on('console',m=>console.log('console',m.type(),m.text())); p.on('pageerror',e=>console.log('err',e))
await p.goto(o+'/t.html'); await p.waitForTimeout(1500)
console.log(await p.evaluate(()=>({live:document.getElementById('live').textContent, init: document.querySelector('#live button')?.outerHTML})))
await p.click('#go'); await p.click('#go'); await p.waitForTimeout(900); console.log(await p.textContent('#out'), 'posts', posts)
await p.click('#go'); await p.waitForTimeout(900); console.log('again: posts', posts)
posts=0; await p.evaluate(()=>{const b=document.getElementById('slow'); b.click(); b.click(); b.click()}); await p.waitForTimeout(2500); console.log('plain form posts', posts)
await b.close(); s.close(); process.exit()
