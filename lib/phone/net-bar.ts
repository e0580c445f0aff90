const ID = 'net'

type Act = { readonly text: string; readonly press: () => void }

/**
 * The line under the top bar that says how the network is. `care`: it is gone or did not answer; `wait`: something waits on
 * this phone; `done`: it has arrived. The element stays between texts, because readers that speak only say what changes in it.
 */
export function showNet(tone: 'care' | 'wait' | 'done', text: string, act?: Act): void {
  const bar = document.getElementById(ID) ?? addBar()
  bar.className = tone === 'care' ? 'net' : `net ${tone}`
  bar.textContent = ''
  const words = document.createElement('span')
  words.textContent = text
  bar.append(words)
  if (act) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn alt'
    button.textContent = act.text
    button.addEventListener('click', act.press)
    bar.append(button)
  }
  bar.hidden = false
}

/** Takes the line away. */
export function hideNet(): void {
  const bar = document.getElementById(ID)
  if (bar) bar.hidden = true
}

function addBar(): HTMLElement {
  const bar = document.createElement('div')
  bar.id = ID
  bar.setAttribute('role', 'status')
  const top = document.querySelector('header.top')
  if (top) top.insertAdjacentElement('afterend', bar)
  else document.body.prepend(bar)
  return bar
}
