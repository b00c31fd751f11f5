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
  const address = `http://127.0.0.1:${identity!.port}`;
  const { accessToken } = await signIn(`${address}/oidc`, username, password).catch((error: unknown) => {
    // So says fetch when nobody answers.
    if (!(error instanceof TypeError)) throw error;
    throw new Error(`${address} 没有应答:归途启动了吗,GUITU_PORT_BASE 与启动时相同吗?\n`
      + `${address} does not answer: is Guitu running, and is GUITU_PORT_BASE the one of its start?`, { cause: error });
  });
  console.log(accessToken);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
