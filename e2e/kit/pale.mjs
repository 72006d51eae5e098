// Fields in which typed text would be hard to read. Axe judges the text of a page, and an empty field has none.

/** The names of the fields whose text has less than 4.5:1 on the field. */
export function pale(page) {
  return page.evaluate(() => {
    const typed = 'input:not([type=radio], [type=checkbox], [type=hidden], [type=file]), textarea, select'
    const light = (colour) => {
      const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255)
      const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrast = (field) => {
      const { color, backgroundColor } = getComputedStyle(field)
      const [dark, bright] = [light(color), light(backgroundColor)].sort((one, other) => one - other)
      return (bright + 0.05) / (dark + 0.05)
    }
    const seen = [...document.querySelectorAll(typed)].filter((field) => field.checkVisibility())
    return seen.filter((field) => contrast(field) < 4.5).map((field) => field.name || field.id)
  })
}
