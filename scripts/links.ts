import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '#embedded';

/** Every link in every page leads to a file, and to a heading in it, that exists. Addresses on the net are not asked. */
const TOP = projectRoot();
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.guitu', 'coverage']);
const LINK = /!?\[[^\]]*\]\(([^()\s]+(?:\([^()\s]*\))?)(?:\s+"[^"]*")?\)/g;

function pages(folder = TOP): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors that a Markdown page has, as GitHub makes them from its headings. */
function anchorsOf(file: string): Set<string> {
  const seen = new Map<string, number>();
  const text = readFileSync(file, 'utf8').replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '');
  const anchors = [...text.matchAll(/^#{1,6}\s+(.+?)\s*$/gm)].map(([, heading]) => {
    const plain = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    return times === 0 ? plain : `${plain}-${times}`;
  });
  return new Set([...anchors, ...[...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name]) => name!)]);
}

function brokenIn(page: string): string[] {
  return [...withoutCode(readFileSync(page, 'utf8')).matchAll(LINK)].map(([, target]) => target!)
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target) && !target.startsWith('//'))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), decodeURIComponent(path));
      if (!existsSync(file)) return true;
      return (
        anchor !== undefined
        && statSync(file).isFile()
        && file.endsWith('.md')
        && !anchorsOf(file).has(decodeURIComponent(anchor))
      );
    });
}

/** A page that git does not know is somebody's note, not documentation; without git all of them count. */
function isKept(page: string): boolean {
  try {
    execFileSync('git', ['check-ignore', '-q', page], { cwd: TOP, stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

const all = pages();
const broken = all.flatMap((page) => brokenIn(page).map((target) => ({ page, target }))).filter(({ page }) => isKept(page));
for (const { page, target } of broken) console.error(`${relative(TOP, page)}: 链接无效 / leads nowhere: ${target}`);
console.log(`${all.length} pages, ${broken.length} broken links`);
process.exitCode = broken.length > 0 ? 1 : 0;
