/** Goes to the receipt of a report by a native post: the token is in no address, and the server's cookie takes it over. */
export function openReceipt(locale: string, token: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = `/${locale}/report/receipt/open`
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'token'
  field.value = token
  form.append(field)
  document.body.append(form)
  // Past the listeners for posts in place: this one is for the browser.
  HTMLFormElement.prototype.submit.call(form)
}
