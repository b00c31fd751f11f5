import type { ModuleMetadata } from '@nestjs/common';
import { STAGES } from '#contracts';
import type { ServiceDefinition } from '#service-kit';
import { Casebook1793318500070 } from './db/migrations/1793318500070-casebook.js';
import { ParkedElsewhere1793318700001 } from './db/migrations/1793318700001-parked-elsewhere.js';
import { CaseParties1793318700010 } from './db/migrations/1793318700010-case-parties.js';
import { NoticeMarks1793318800001 } from './db/migrations/1793318800001-notice-marks.js';
import { WithBuyers1793318900002 } from './db/migrations/1793318900002-with-buyers.js';
import { NoticeMarksOfAUnit1793319100000 } from './db/migrations/1793319100000-notice-marks-of-a-unit.js';
import { ChildrenByOwnChoice1793319700010 } from './db/migrations/1793319700010-children-by-own-choice.js';
import { Deadlines1793319300010 } from './db/migrations/1793319300010-deadlines.js';
import { AskedOfUnits1793318900040 } from './db/migrations/1793318900040-asked-of-units.js';
import { PlansLeftBehind1793319500010 } from './db/migrations/1793319500010-plans-left-behind.js';
import { ToldUnits1793319600010 } from './db/migrations/1793319600010-told-units.js';
import { PlansPackagesOriginals1793319200010 } from './db/migrations/1793319200010-plans-packages-originals.js';
import { CasesController } from './http/cases.controller.js';
import { DutiesController } from './http/duties.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { RebuildsController } from './http/rebuilds.controller.js';
import { casebookPermissions } from './permissions.js';
import { Reading } from './queries/reading.js';
import { casebookView } from './views/casebook-view.js';

export const casebookService: ServiceDefinition = {
  name: 'casebook',
  tables: [],
  migrations: [
    Casebook1793318500070, ParkedElsewhere1793318700001, CaseParties1793318700010, NoticeMarks1793318800001,
    WithBuyers1793318900002, AskedOfUnits1793318900040, NoticeMarksOfAUnit1793319100000,
    PlansPackagesOriginals1793319200010,
    Deadlines1793319300010,
    ToldUnits1793319600010,
    PlansLeftBehind1793319500010,
    ChildrenByOwnChoice1793319700010,
  ],
  listenings: STAGES.map((source) => ({ source, reactions: [], view: casebookView(source) })),
  permissions: casebookPermissions,
  timed: [],
};

export const casebookParts: ModuleMetadata = {
  controllers: [CasesController, DutiesController, NoticesController, RebuildsController],
  providers: [Reading],
};
