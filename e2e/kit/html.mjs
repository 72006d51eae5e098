// Whether the HTML that the server sent is valid, before a browser mends it.
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The design system's own markup: links that look like buttons, and roles said twice for older screen readers.
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    'no-redundant-role': 'off',
  },
})

/** Fails with each rule and each place when the page is not valid HTML. */
export async function html(text, where) {
  const { results } = await validator.validateString(text, where)
  const found = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column, selector }) => `${ruleId}: ${message} (${line}:${column} ${selector ?? ''})`),
  )
  if (found.length) throw new Error(`html-validate, ${where}:\n  ${found.join('\n  ')}`)
}
