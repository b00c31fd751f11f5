import eslint from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Where time, ids and chance come in as arguments. See STYLE.md, 2. */
const RULES_LIVE_HERE = ['services/*/src/domain/**/*.ts', 'libs/{contracts,stages,clocks}/src/**/*.ts'];

const NO_OWN_TIME_OR_CHANCE = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'the time comes in as an argument'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'the time comes in as an argument'],
  ['CallExpression[callee.name="Date"]', 'the time comes in as an argument'],
  ['MemberExpression[object.name=/^(performance|process)$/][property.name=/^(now|hrtime|env)$/]', 'the time and the settings come in as arguments'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'ids and chance come in as arguments'],
  ['MemberExpression[object.name="globalThis"][property.name=/^(Date|Math|crypto|performance)$/]', 'time and chance come in as arguments'],
  ['Identifier[name="crypto"]', 'ids and chance come in as arguments'],
].map(([selector, why]) => ({ selector, message: `A rule gives the same answer whenever it is asked: ${why}.` }));

/**
 * Lines of code end at 130. What people read (a sentence, a query) may be longer: it is one string, and breaking it
 * would only make it harder to find.
 */
const lineLength = {
  meta: { type: 'layout', schema: [{ type: 'integer' }], messages: { long: 'The line has {{length}} characters; {{max}} are allowed.' } },
  create: (context) => ({
    Program(program) {
      const [max] = context.options;
      const sentences = program.tokens.filter(({ type, value }) =>
        type === 'Template' || (/^(String|RegularExpression)$/.test(type) && value.length > 40));
      const spanned = new Set(sentences.flatMap(({ loc }) =>
        Array.from({ length: loc.end.line - loc.start.line + 1 }, (_, line) => loc.start.line + line)));
      context.sourceCode.lines.forEach((text, index) => {
        const [line, length] = [index + 1, [...text].length];
        if (length > max && !spanned.has(line))
          context.report({ loc: { line, column: max }, messageId: 'long', data: { length, max } });
      });
    },
  }),
};

/** More than four things to say are one thing with names. The constructor of a part is a list of its connections. */
const fewParameters = {
  meta: { type: 'suggestion', schema: [{ type: 'integer' }], messages: { many: '{{count}} parameters; {{max}} are allowed: give them names in one object.' } },
  create(context) {
    const [max] = context.options;
    const check = (node) => {
      if (node.params.length > max && node.parent.kind !== 'constructor')
        context.report({ node, messageId: 'many', data: { count: node.params.length, max } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

const guitu = { rules: { 'line-length': lineLength, 'few-parameters': fewParameters } };

export default tseslint.config(
  { ignores: ['bench/competitors/', 'bench/*/target/', 'dist/', 'node_modules/', '.guitu/', 'coverage/', 'web/dist/', 'web/src/api/{answers,codes,commands,refusals,clock-rules}.ts', '**/*.json'] },
  eslint.configs.recommended,
  {
    plugins: { guitu },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'guitu/line-length': ['error', 130],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'guitu/few-parameters': ['error', 4],
      complexity: ['error', 22],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries([
        'process', 'console', 'URL', 'globalThis', 'performance', 'fetch', 'setTimeout', 'clearTimeout',
        'Buffer', 'AbortSignal', 'module',
      ].map((name) => [name, 'writable'])),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // TypeScript itself knows undefined names, overloads and shadowed declarations better.
      'no-undef': 'off', 'no-redeclare': 'off', 'no-dupe-class-members': 'off', 'no-unused-vars': 'off',
      'no-useless-constructor': 'off', 'no-empty-function': 'off', 'no-unused-private-class-members': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: RULES_LIVE_HERE,
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...NO_OWN_TIME_OR_CHANCE],
      'no-restricted-imports': ['error', {
        paths: [
          { name: 'node:crypto', message: 'Rules make no keys and no chance.' },
          { name: 'crypto', message: 'Rules make no keys and no chance.' },
          { name: 'uuid', message: 'Ids come in as arguments.' },
        ],
      }],
    },
  },
  {
    files: ['web/src/**/*.tsx', 'web/src/**/*.ts'],
    extends: [hooks.configs.flat.recommended, a11y.flatConfigs.strict],
    rules: {
      // React's compiler is not used.
      'react-hooks/incompatible-library': 'off',
      // A region that scrolls must be reachable by key.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: ['ol'], roles: ['region'] }],
    },
  },
  // A suite is one long list of sentences, and a story is told in one breath.
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts', 'libs/testing/**'],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true }], 'max-lines-per-function': 'off',
      'guitu/few-parameters': ['error', 5],
    },
  },
);
