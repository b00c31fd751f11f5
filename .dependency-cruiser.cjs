/**
 * Who may know whom. Every rule says why, and `scripts/boundaries.spec.ts` proves that every rule bites.
 * There is no list of exceptions: an exception is a discussion about the design.
 */
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const TESTS = '(\\.spec\\.ts$|^test/|^libs/testing/|^services/[^/]+/test/)';

module.exports = {
  forbidden: [
    error('no-cycles', 'Two files that need each other are one file.', {}, { circular: true }),

    error('rules-are-pure',
      'domain/ knows itself, the contracts, stages and clocks: no framework, no database, no Node, no package. ' +
      'Whatever else a rule needs (time, ids, what others know) comes in as an argument.',
      { path: '^services/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
      { pathNot: ['^services/$1/src/domain/', '^libs/(contracts|stages|clocks)/'] }),

    error('services-share-only-contracts',
      'Any service can be rewritten by people who never read the others. They meet in libs/contracts and nowhere else.',
      { path: '^services/([^/]+)/' }, { path: '^services/', pathNot: '^services/$1/' }),

    error('libs-know-no-service',
      'A library that knows a service is a part of that service.',
      { path: '^libs/' }, { path: '^services/' }),

    error('front-door-only',
      'A library is imported by its name (#contracts), never by the path of a file inside it.',
      { path: '^(?!libs/)' }, { path: '^libs/[^/]+/', dependencyTypesNot: ['aliased-subpath-import'] }),

    error('front-door-only-among-libs',
      'Libraries meet at their front doors too.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased-subpath-import'] }),

    error('contracts-stand-alone',
      'The language of the agencies depends on nothing of ours, so that anybody can take it; four packages check the fields.',
      { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      { pathNot: ['^libs/contracts/', '^node_modules/(class-validator|class-transformer|reflect-metadata|ajv)/'] }),

    error('pure-libs-stages',
      'The stage protocol is a rule: it knows the contracts and the clocks.',
      { path: '^libs/stages/', pathNot: '\\.spec\\.ts$' }, { pathNot: '^libs/(stages|contracts|clocks)/' }),

    error('pure-libs-clocks',
      'Deadlines are rules over data: they know the contracts.',
      { path: '^libs/clocks/', pathNot: '\\.spec\\.ts$' }, { pathNot: '^libs/(clocks|contracts)/' }),

    error('production-does-not-import-tests',
      'What runs for people does not depend on what only tests have.',
      { path: '^(libs|services|deploy)/', pathNot: TESTS }, { path: TESTS }),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(dist|\\.guitu|coverage)/' },
    tsPreCompilationDeps: true,
    // A name such as #contracts leads to the source, also before anything is built.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'] },
  },
};
