import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import next from 'next'
import { processApart } from '@/lib/files/apart/process-apart'
import { setFileProcessor } from '@/lib/files/processor'
import { env } from '@/lib/platform/env'
import { logFailure } from '@/lib/platform/logger'
import { quietConsole, quietEnd } from '@/lib/platform/quiet-console'
import { stopEverything } from '@/lib/platform/stopping'
import { treatAnswer } from './answer'
import { Assets } from './assets'
import { boundBody } from './bounded-body'
import { Closing } from './closing'
import { countAnswer } from './counted-answers'
import { FileForms } from './file-forms'
import { OriginGate } from './origin-gate'
import { keepPostedForm } from './posted-form'
import { RouteNames } from './route-names'
import { answerSecurityText } from './security-txt'
import { standingHeaders } from './standing-headers'
import { answerStrange } from './strange-requests'
import { LOOP_HEADER, WholeFailures } from './whole-failures'

// The process that answers: Next with worker pages made plain on their way out. Started by lib/commands/next-server.ts as
// `main.mjs start|dev PORT PHONE_DIRECTORY`; docs/adr/021 says why it is there.

/** Behind the times of lib/web-server/body-limits.ts; headers have the minute that Node gives them. */
const REQUEST_MS = 21 * 60_000
const CLOSING_MS = 8_000

const [mode, portText, phoneDirectory = ''] = process.argv.slice(2)
const isDevelopment = mode === 'dev'
const port = Number(portText)

// Whoever writes code reads what it says; nobody reads it of people.
if (!isDevelopment) {
  quietConsole()
  quietEnd(process, () => process.exit(1))
}

// Bundled beside this file, see lib/commands/bundle.ts.
const lookThrough = { file: path.join(import.meta.dirname, 'look-through.mjs') }
setFileProcessor((bytes, wish) => processApart(lookThrough, bytes, wish))

const server = createServer({ requestTimeout: REQUEST_MS })
const closing = new Closing(server)
const app = next({
  dev: isDevelopment,
  dir: process.cwd(),
  hostname: 'localhost',
  port,
  httpServer: server,
  ...(isDevelopment ? { turbopack: true } : {}),
})
const assets = new Assets(path.resolve(phoneDirectory), isDevelopment)
await app.prepare()
const handle = app.getRequestHandler()
const failures = new WholeFailures(port)
const forms = new FileForms(env().TRUSTED_PROXY_HOPS)
const gate = new OriginGate(env(), env().AUTH_SECRET)
const names = new RouteNames(isDevelopment ? [] : routesOfBuild())

server.on('request', (request, response) => {
  closing.watch(response)
  assets.refresh()
  countAnswer(request, response, names)
  if (answerStrange(request, response)) return
  keepPostedForm(request)
  standingHeaders(request, response, gate.served(request).own, env())
  const goesOn = gate.judge(request, response, () => boundBody(request, response, forms))
  if (goesOn === true) answer(request, response)
  else if (goesOn !== false) {
    goesOn.then(
      (isAllowed) => isAllowed && answer(request, response),
      () => response.destroy(),
    )
  }
})
server.listen(port)

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (assets.answer(request, response) || answerSecurityText(request, response, env(), new Date())) return
  const isOurs = failures.isOurs(request)
  delete request.headers[LOOP_HEADER]
  // For the line about a refusal (lib/access/refuse.ts): the template of the route, never its address.
  request.headers['x-route'] = names.nameOf(request.url ?? '/').name
  treatAnswer(request, response, isOurs ? null : failures)
  handle(request, response).catch((error: unknown) => {
    logFailure(error, { event: 'request_failed' })
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
}

/** The routes of the build that this file is bundled into, by their places in the source tree. */
function routesOfBuild(): readonly string[] {
  const file = path.join(import.meta.dirname, '..', 'app-path-routes-manifest.json')
  return Object.keys(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
}

/** Answers what has begun, finishes the jobs at work, then goes. */
function close() {
  setTimeout(() => process.exit(0), CLOSING_MS).unref()
  const stopped = stopEverything()
  void closing
    .close()
    .then(() => Promise.allSettled([app.close(), stopped]))
    .finally(() => process.exit(0))
}
process.once('SIGTERM', close)
process.once('SIGINT', close)
