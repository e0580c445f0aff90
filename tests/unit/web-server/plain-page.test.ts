import { expect, test } from 'vitest'
import { digestIn, isStaffShell, kindOfPage, plainPage } from '@/lib/web-server/plain-page'

const PAGE =
  '<!DOCTYPE html><html lang="my" data-plain=""><head><link rel="preload" as="script" href="/_next/a.js"/>' +
  '<link rel="stylesheet" href="/_next/a.css" data-precedence="next" nonce="n"/><title>Step 1 – Passage</title>' +
  '<script src="/_next/a.js" async="" nonce="n"></script></head><body><div hidden=""><!--$--><!--/$--></div>' +
  '<main><p>one<!-- --> two &lt;script&gt;</p><div class="sum" data-title-part="2 things to check &amp; more">!</div></main>' +
  '<script nonce="n" data-own="">leave()</script><script>self.__next_f.push([1,"</p>"])</script>' +
  '<script type="module" src="/assets/main-A.js" nonce="n" data-own=""></script></body></html>'

test('what is left is the page and our own scripts', () => {
  expect(plainPage(PAGE)).toBe(
    '<!DOCTYPE html><html lang="my"><head><link rel="stylesheet" href="/_next/a.css"/>' +
      '<title>2 things to check &amp; more, Step 1 – Passage</title></head><body>' +
      '<main><p>one two &lt;script&gt;</p><div class="sum">!</div></main>' +
      '<script nonce="n">leave()</script>' +
      '<script type="module" src="/assets/main-A.js" nonce="n"></script></body></html>',
  )
})

test('whose page it is stands in its html element, as soon as that is there', () => {
  expect(kindOfPage('<!DOCTYPE html><ht')).toBeNull()
  expect(kindOfPage('<!DOCTYPE html><html lang="en" data-plain="">')).toBe('plain')
  expect(kindOfPage('<!DOCTYPE html><html lang="en"><p>data-plain')).toBe('other')
  expect(kindOfPage('<!DOCTYPE html><html id="__next_error__">')).toBe('failed')
})

test('a shell says whose it is and the number in the log', () => {
  expect(isStaffShell('{\\"children\\":[\\"(staff)\\"')).toBe(true)
  expect(isStaffShell('{\\"children\\":[\\"(worker)\\"')).toBe(false)
  expect(digestIn('<template data-dgst="123"></template>')).toBe('123')
  expect(digestIn('E{\\"digest\\":\\"456\\"}')).toBe('456')
  expect(digestIn('nothing')).toBeNull()
})
