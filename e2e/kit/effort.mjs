// What a story asks of a person: taps, fields, letters, pages; and how long that takes by the keystroke-level model
// (Card, Moran and Newell, 1980), with slow hands: a phone, no habit, every page read before it is answered.

const SECONDS = {
  tap: 1.5, // to point at something and press it
  field: 1.5, // to go into a field
  letter: 0.5, // 24 words a minute
  page: 6, // to read what is asked and make up one's mind
}

export class Effort {
  constructor() {
    Object.assign(this, { taps: 0, fields: 0, letters: 0, pages: 0 })
  }

  tap() {
    this.taps += 1
  }

  type(text) {
    this.fields += 1
    this.letters += text.length
  }

  read() {
    this.pages += 1
  }

  /** Everything that hands do. */
  get acts() {
    return this.taps + this.fields
  }

  get seconds() {
    const { taps, fields, letters, pages } = this
    return Math.round(taps * SECONDS.tap + fields * SECONDS.field + letters * SECONDS.letter + pages * SECONDS.page)
  }

  toString() {
    return `${this.pages} pages, ${this.taps} taps, ${this.fields} fields, ${this.letters} letters: ${this.seconds} s`
  }
}
