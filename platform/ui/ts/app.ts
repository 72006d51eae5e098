// Makes pages that already work more comfortable. Nothing here is needed to read a page or to send a form.

import 'htmx.org'
import 'htmx.org/dist/ext/hx-sse.js'
import { enhance } from './components'
import { enablePasskeys } from './passkey'
import { sendOnce } from './send-once'

document.body.classList.add('govuk-frontend-supported', 'js-enabled')
enhance(document)
enablePasskeys(document)
sendOnce()
document.addEventListener('htmx:after:swap', () => {
  enhance(document)
  enablePasskeys(document)
})
