import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { worklistQuery, type AllParts } from '../../api/questions.js';
import { useDesk } from '../../app/desk.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { useSpeaking } from '../../words/language.js';
import { askedKey, AskedRow } from './asked.js';
import { CareOffer, StageOffer } from './offers.js';
import { LongList, useWhole, type RowOf } from './long-list.js';
import { CareRow, ClockRow, PackageRow, StageRow, WaitingRow } from './rows.js';

/** 我的工作: what is asked of me, by when; then what I answer for; then whom we wait for. */
export default function MyWork(): React.ReactNode {
  const { say } = useSpeaking();
  const { post } = useDesk();
  const { data, error, refetch } = useQuery(worklistQuery(post.unitId));
  const [whose, setWhose] = useState<'mine' | 'unit'>('unit');
  return (
    <div className="sheet work">
      <header className="sheet-head">
        <h1>{say('我的工作', 'My work')}</h1>
        <Segmented
          value={whose}
          onChange={setWhose}
          aria-label={say('看谁的工作', 'Whose work to show')}
          options={[
            { value: 'mine', label: say('只看本人', 'Mine') },
            { value: 'unit', label: say('全单位', 'My unit') },
          ]}
        />
      </header>
      {error ? (
        <Trouble
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      ) : null}
      {data ? <Parts parts={data} whose={whose} /> : !error && <Waiting lines={8} />}
    </div>
  );
}

/** What waits for an answer of ours: stages, people, and whatever else we are asked. */
function ForUs({ parts }: { parts: AllParts }): React.ReactNode {
  const { say } = useSpeaking();
  const [offers, careOffers, asked] = [parts.offers, parts['care-offers'], parts.asked];
  return (
    <>
      {(offers.items.length > 0 || careOffers.items.length + asked.items.length === 0) && (
        <Part
          name="offers"
          title={say('等您答复', 'Waiting for your answer')}
          first={offers}
          strong
          none={say('没有等待答复的移交。', 'No offer waits for an answer.')}
          keyOf={({ stageId }) => stageId}>
          {(offer) => <StageOffer key={offer.stageId} offer={offer} />}
        </Part>
      )}
      {careOffers.items.length > 0 && (
        <Part
          name="care-offers"
          title={say('请您照料', 'A victim to take into your care')}
          first={careOffers}
          strong
          none=""
          keyOf={({ victimId }) => victimId}>
          {(offer) => <CareOffer key={offer.victimId} offer={offer} />}
        </Part>
      )}
      {asked.items.length > 0 && (
        <Part
          name="asked"
          title={say('请您单位办理', 'What your unit is asked')}
          first={asked}
          strong
          none=""
          keyOf={askedKey}>
          {(one) => <AskedRow key={askedKey(one)} asked={one} />}
        </Part>
      )}
    </>
  );
}

function Parts({ parts, whose }: { parts: AllParts; whose: 'mine' | 'unit' }): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <>
      <ForUs parts={parts} />
      <Part
        name="clocks"
        title={say('时限', 'Deadlines')}
        first={parts.clocks}
        whose={whose}
        none={say('没有正在计时的时限。', 'No deadline is running.')}
        keyOf={({ clockId }) => clockId}>
        {(clock) => <ClockRow key={clock.clockId} clock={clock} />}
      </Part>
      {parts.packages.items.length > 0 && (
        <Part
          name="packages"
          title={say('三包责任', 'Packages we hold')}
          first={parts.packages}
          whose={whose}
          none={say('本人目前不负责任何一包。', 'You hold no package now.')}
          keyOf={({ packageId }) => packageId}>
          {(held) => <PackageRow key={held.packageId} held={held} />}
        </Part>
      )}
      <div className="columns">
        <Part
          name="stages"
          title={say('负责的阶段', 'Stages we answer for')}
          first={parts.stages}
          whose={whose}
          none={say('目前不负责任何阶段。', 'No stage is answered for now.')}
          keyOf={({ stageId }) => stageId}>
          {(stage) => <StageRow key={stage.stageId} stage={stage} />}
        </Part>
        <div>
          <Part
            name="waiting"
            title={say('在等谁', 'Whom we wait for')}
            first={parts.waiting}
            whose={whose}
            none={say('没有在等其他单位。', 'We wait for nobody.')}
            keyOf={({ stageId }) => stageId}>
            {(stage) => <WaitingRow key={stage.stageId} stage={stage} />}
          </Part>
          <Part
            name="in-care"
            title={say('照料中的人', 'People in our care')}
            first={parts['in-care']}
            whose={whose}
            none={say('目前无人由本单位照料。', 'Nobody is in our care now.')}
            keyOf={({ victimId }) => victimId}>
            {(care) => <CareRow key={care.victimId} care={care} />}
          </Part>
        </div>
      </div>
    </>
  );
}

interface PartGiven<P extends keyof AllParts> {
  readonly name: P;
  readonly title: string;
  readonly first: AllParts[P];
  readonly whose?: 'mine' | 'unit';
  /** What is said when there is nothing. */
  readonly none: string;
  readonly strong?: boolean;
  readonly keyOf: (item: RowOf<P>) => string;
  readonly children: (item: RowOf<P>) => React.ReactNode;
}

/** What fits on one page stands open; what does not gets a window of its own. */
function Part<P extends keyof AllParts>(given: PartGiven<P>): React.ReactNode {
  const { name, title, first, whose, none, strong, keyOf, children } = given;
  const { items, isMore, more } = useWhole(name, first);
  const shown = whose === 'mine' ? items.filter((item) => 'mine' in item && item.mine) : items;
  const isLong = first.next !== null;
  return (
    <section className={strong && shown.length > 0 ? 'part strong' : 'part'} aria-label={title}>
      <h2>
        {title}{' '}
        <span className="tally">
          {shown.length}
          {isMore && '+'}
        </span>
      </h2>
      {shown.length === 0 && !isMore && <Nothing good={strong}>{none}</Nothing>}
      {isLong ? (
        <LongList label={title} items={shown} keyOf={keyOf} more={more}>
          {children}
        </LongList>
      ) : (
        shown.length > 0 && <ul className="rows">{shown.map(children)}</ul>
      )}
    </section>
  );
}
