import type { CalendarYear } from './calendar-year.js';

export const year2026: CalendarYear = {
  year: 2026,
  notices: [
    'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2026-01-01', to: '2026-01-03' },
    { zh: '春节', from: '2026-02-15', to: '2026-02-23' },
    { zh: '清明节', from: '2026-04-04', to: '2026-04-06' },
    { zh: '劳动节', from: '2026-05-01', to: '2026-05-05' },
    { zh: '端午节', from: '2026-06-19', to: '2026-06-21' },
    { zh: '中秋节', from: '2026-09-25', to: '2026-09-27' },
    { zh: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  ],
  shiftedWorkingDays: [
    '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
  ],
};
