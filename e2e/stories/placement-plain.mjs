// The placement once more without JavaScript.
import { placement } from '../scenes/placement.mjs'

placement({ languages: ['fr'], phones: [true], javascripts: [false] })
