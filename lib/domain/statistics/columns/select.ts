/**
 * Puts the value that is at `place` of the sorted values there, smaller or equal ones before it and larger or equal ones after it, and
 * returns it. Several times less work than sorting. Source: Hoare, Algorithm 65 (1961), with three parts (Dijkstra): amounts are often equal.
 */
export function selectPlace(values: Float64Array, place: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = middle(values[low] as number, values[(low + high) >>> 1] as number, values[high] as number)
    let less = low
    let at = low
    let more = high
    while (at <= more) {
      const value = values[at] as number
      if (value < pivot) {
        values[at++] = values[less] as number
        values[less++] = value
      } else if (value > pivot) {
        values[at] = values[more] as number
        values[more--] = value
      } else at += 1
    }
    if (place < less) high = less - 1
    else if (place > more) low = more + 1
    else return pivot
  }
  return values[place] as number
}

function middle(one: number, other: number, third: number): number {
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), third))
}
