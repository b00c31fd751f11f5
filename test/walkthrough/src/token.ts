import { SERVICES } from '#embedded';
import { signIn } from '#testing';

/**
 * `npm run token -- <username> [password]`: signs in at the running system as the person would (code flow with PKCE) and
 * prints the access token, for use with curl or in the API pages.
 */
async function main(): Promise<void> {
  const [username, password = process.env.GUITU_DEMO_PASSWORD ?? 'guitu-demo'] = process.argv.slice(2);
  if (!username) {
    console.error('用法 Usage: npm run --silent token -- <用户名 username> [密码 password]');
    process.exit(2);
  }
  const identity = SERVICES.find(({ name }) => name === 'identity');
  const { accessToken } = await signIn(`http://127.0.0.1:${identity!.port}/oidc`, username, password);
  console.log(accessToken);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
