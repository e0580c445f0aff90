/** The numbers from 0 in an order by lot (Fisher and Yates). `random`: a whole number below its argument, all alike. */
export function shuffledOrder(count: number, random: (below: number) => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, place) => place)
  for (let last = count - 1; last > 0; last--) {
    const other = random(last + 1)
    const moved = order[last] as number
    order[last] = order[other] as number
    order[other] = moved
  }
  return order
}
