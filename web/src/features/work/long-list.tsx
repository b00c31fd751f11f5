import { memo, useEffect, useRef } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { AllParts } from '../../api/questions.js';
import { worklistPartQuery } from '../../api/questions.js';
import { useDesk } from '../../app/desk.js';
import { useSpeaking } from '../../words/language.js';

type PartName = keyof AllParts;
export type RowOf<P extends PartName> = AllParts[P]['items'][number];

/** As tall as a row of one line on a wide screen; taller ones are measured as they come. */
const ROW_PX = 37;
const AHEAD = 60;

/**
 * Everything of one part that has been read so far; `more` reads on. The first page is the most urgent, and stays fresh by
 * itself.
 */
export function useWhole<P extends PartName>(
  part: P,
  first: AllParts[P],
): { items: readonly RowOf<P>[]; isMore: boolean; more: () => void } {
  const { post } = useDesk();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...worklistPartQuery(post.unitId, part, first.next ?? ''),
    enabled: first.next !== null,
  });
  const later = first.next === null ? [] : (data?.pages.flatMap((page) => page.items as readonly RowOf<P>[]) ?? []);
  return {
    items: [...(first.items as readonly RowOf<P>[]), ...later],
    isMore: first.next !== null && (data === undefined || hasNextPage),
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}

/** A row is drawn once, and not again with every turn of the wheel. */
const Drawn = memo(function Drawn({ item, draw }: { item: unknown; draw: (item: unknown) => React.ReactNode }): React.ReactNode {
  return <ul className="rows">{draw(item)}</ul>;
});

/** A list of any length in a window of its own: only what is in sight is drawn, and the rest is read as one comes near. */
export function LongList<T>({
  label,
  items,
  keyOf,
  more,
  children,
}: {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  more: () => void;
  children: (item: T) => React.ReactNode;
}): React.ReactNode {
  const { say } = useSpeaking();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => keyOf(items[index]!),
  });
  const seen = rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last > items.length - AHEAD) more();
  }, [last, items.length, more]);
  return (
    // A scrolled region that cannot be focused could not be read with the keyboard.
    <div
      className="long-list"
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={say(`${label}(可滚动)`, `${label} (scrolls)`)}>
      <ul className="rows" style={{ height: rows.getTotalSize() }}>
        {seen.map(({ key, index, start }) => (
          <li key={key} data-index={index} ref={rows.measureElement} style={{ transform: `translateY(${start}px)` }}>
            <Drawn item={items[index]} draw={children as (item: unknown) => React.ReactNode} />
          </li>
        ))}
      </ul>
    </div>
  );
}
