/** The digits of a posted form; an empty text when there are none. */
export function typedPin(data: FormData): string {
  const pin = data.get('pin')
  return typeof pin === 'string' ? pin : ''
}
