// What the shared code uses and browsers from Chrome 80 and Safari 14 on lack. First of all imports of the offline report.

function add(place: object, name: string, value: unknown): void {
  if (!(name in place)) Object.defineProperty(place, name, { value, configurable: true, writable: true })
}

add(Object, 'hasOwn', (object: object, name: string) => Object.prototype.hasOwnProperty.call(object, name))
add(String.prototype, 'toWellFormed', function (this: string) {
  return this.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (part) =>
    part.length === 2 ? part : '\uFFFD',
  )
})
add(String.prototype, 'replaceAll', function (this: string, what: string | RegExp, instead: string) {
  return typeof what === 'string' ? this.split(what).join(instead) : this.replace(what, instead)
})
add(Array.prototype, 'at', function (this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
add(String.prototype, 'at', function (this: string, index: number) {
  return this[index < 0 ? this.length + index : index]
})
add(Array.prototype, 'findLast', function (this: unknown[], fits: (item: unknown) => boolean) {
  return [...this].reverse().find(fits)
})
add(Array.prototype, 'toSorted', function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare)
})
add(Array.prototype, 'toReversed', function (this: unknown[]) {
  return [...this].reverse()
})
