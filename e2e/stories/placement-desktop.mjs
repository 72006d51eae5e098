// The placement at a desk, in French and in English.
import { placement } from '../scenes/placement.mjs'

placement({})
