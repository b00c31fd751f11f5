import { defineConfig } from 'vite';

/** The page is served by the gateway, which fills in the nonce; while developing, the gateway answers what is not a file here. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2022', manifest: true, chunkSizeWarningLimit: 1500, modulePreload: { polyfill: false },
    // React's server directives mean nothing here.
    rolldownOptions: { onLog: (level, log, report) => { if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log); } },
  },
  server: {
    port: 7090,
    proxy: Object.fromEntries(['/api', '/session', '/events', '/oidc', '/oidc-login']
      .map((path) => [path, `http://127.0.0.1:${process.env['GUITU_GATEWAY_PORT'] ?? '7000'}`])),
  },
});
