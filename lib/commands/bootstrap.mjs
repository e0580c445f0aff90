// What every npm script runs first. Plain JavaScript without a dependency, because on a fresh clone there is
// none: it installs, finds a supported Node, generates the Prisma client and then hands over to lib/commands/<name>.ts.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..', '..')
const OLDEST_TO_INSTALL_WITH = [20, 19]
const PINNED_MAJOR = 24
const OLDEST_TO_RUN_ON = 22
const STAMP = path.join(ROOT, 'prisma', 'generated', '.made-from')

/** Commands of a machine that installs and builds nothing. */
const SERVING = new Set(['serve', 'production-migrate', 'admin-create', 'keys-rotate', 'backup', 'restore'])

const say = (line) => process.stderr.write(`${line}\n`)

function fail(...lines) {
  lines.forEach(say)
  process.exit(1)
}

function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needMajor, needMinor] = OLDEST_TO_INSTALL_WITH
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    fail(
      `Fair Passage needs Node ${needMajor}.${needMinor} or later to install itself; this is ${process.versions.node}.`,
    )
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))
  } catch {
    return undefined
  }
}

/** Whether node_modules holds what package-lock.json says; npm keeps a list of what it has put there. */
function isInstalled(isServing) {
  const wanted = readJson('package-lock.json')?.packages
  const present = readJson('node_modules/.package-lock.json')?.packages
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.optional || entry.devOptional || entry.peer) return true
    // Where it only serves, what tests and builds need may be left out.
    if (isServing && entry.dev) return true
    return present[name]?.version === entry.version
  })
}

/** The machine's own Node: npm ci removes the one inside node_modules while it works. */
function machineNode() {
  const own = path.join(ROOT, 'node_modules')
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const candidates = (process.env.PATH ?? '').split(path.delimiter).map((directory) => path.join(directory, name))
  return (
    candidates.find((file) => !file.startsWith(own) && !file.includes('node-gyp-bin') && existsSync(file)) ??
    process.execPath
  )
}

function install(isServing) {
  if (isInstalled(isServing)) return
  const started = Date.now()
  say('Installing packages (npm ci): a minute or two the first time')
  // NODE_ENV=production would leave out what the build needs.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const cli = process.env.npm_execpath
  const done = cli
    ? spawnSync(machineNode(), [cli, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) fail('npm ci failed: see above.')
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s`)
}

function majorOf(executable) {
  const shown = spawnSync(executable, ['--version'], { encoding: 'utf8' })
  return shown.status === 0 ? Number(/^v(\d+)/.exec(shown.stdout)?.[1] ?? 0) : 0
}

/** Node 24 from the npm package `node`; where install scripts are blocked, a machine's Node that is new enough. */
function findNode() {
  const pinned = path.join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned) && majorOf(pinned) >= PINNED_MAJOR) return pinned
  const own = machineNode()
  if (majorOf(own) >= OLDEST_TO_RUN_ON) return own
  return fail(
    `The Node ${PINNED_MAJOR} that comes with Fair Passage could not be installed (are npm install scripts blocked?): run "npm rebuild node --foreground-scripts", or install Node ${PINNED_MAJOR}.`,
  )
}

function generateClient(node) {
  const madeFrom = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'prisma', 'schema.prisma')))
    .update(readFileSync(path.join(ROOT, 'node_modules', 'prisma', 'package.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === madeFrom) return
  const done = spawnSync(node, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  })
  if (done.status !== 0) fail('The Prisma client could not be generated:', done.stdout, done.stderr)
  writeFileSync(STAMP, madeFrom)
}

function run(node, name, args) {
  const command = spawn(
    node,
    ['--conditions=react-server', '--import', 'tsx', path.join('lib', 'commands', `${name}.ts`), ...args],
    // The channel lets the command notice that this process is gone, however it went.
    { cwd: ROOT, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => command.kill(signal))
  command.on('error', (error) => fail(`${node}: ${error.message}`))
  command.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}

const [name, ...args] = process.argv.slice(2)
if (!name || !existsSync(path.join(ROOT, 'lib', 'commands', `${name}.ts`))) fail(`There is no command "${name ?? ''}".`)
checkMachine()
install(SERVING.has(name))
const node = findNode()
generateClient(node)
run(node, name, args)
