// Who may import whom. The arrows are in tests/architecture.json, which tests/unit/architecture.test.ts reads as well:
// a tool that silently sees no module stays green, the test does not.
const { rooms, packages } = require('./tests/architecture.json')

/** A room, or one file of it when the name says so. */
const inside = (place) => `^${place}(/|\\.tsx?$)`

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room.replace('/', '-')}-imports`,
  severity: 'error',
  comment: `${room} may import ${allowed.join(', ') || 'nothing but itself'}`,
  from: { path: inside(room) },
  to: {
    path: '^(app|components|lib|prisma/generated|tests)/',
    pathNot: [room, ...allowed].map(inside),
  },
}))

const packageRules = Object.entries(packages).map(([name, allowed]) => ({
  name: `package-${name.replace(/\W/g, '-')}`,
  severity: 'error',
  from: { path: '^(app|components|lib)/', pathNot: allowed.map(inside) },
  to: { path: `(^|/)node_modules/${name}(/|$)` },
}))

module.exports = {
  forbidden: [
    ...roomRules,
    ...packageRules,
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    // phone-words is made while bundling (lib/commands/phone-words.ts).
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^phone-words$' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|prisma/generated' },
    exclude: { path: '^\\.next' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
    },
  },
}
