// The behaviour of the form components comes with govuk-frontend; their words come from the page.

import {
  Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput,
  ServiceNavigation, SkipLink
} from 'govuk-frontend'

const behaviours: Record<string, new (element: Element) => unknown> = {
  'govuk-button': Button,
  'govuk-character-count': CharacterCount,
  'govuk-checkboxes': Checkboxes,
  'govuk-error-summary': ErrorSummary,
  'govuk-exit-this-page': ExitThisPage,
  'govuk-notification-banner': NotificationBanner,
  'govuk-password-input': PasswordInput,
  'govuk-service-navigation': ServiceNavigation,
  'govuk-skip-link': SkipLink
}

/** Gives every component of the page its behaviour, once: parts of the page may have been replaced. */
export function enhance (scope: ParentNode): void {
  for (const [name, Behaviour] of Object.entries(behaviours)) {
    for (const element of scope.querySelectorAll(`[data-module="${name}"]:not([data-${name}-init])`)) {
      try {
        new Behaviour(element)
      } catch (error) {
        console.warn(name, error)
      }
    }
  }
}
