// The placement on a phone, in French and in English.
import { placement } from '../scenes/placement.mjs'

placement({ phones: [true] })
