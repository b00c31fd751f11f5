import type { CalendarYear } from './calendar-year.js';

export const year2022: CalendarYear = {
  year: 2022,
  notices: [
    'http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2022-01-01', to: '2022-01-03' },
    { zh: '春节', from: '2022-01-31', to: '2022-02-06' },
    { zh: '清明节', from: '2022-04-03', to: '2022-04-05' },
    { zh: '劳动节', from: '2022-04-30', to: '2022-05-04' },
    { zh: '端午节', from: '2022-06-03', to: '2022-06-05' },
    { zh: '中秋节', from: '2022-09-10', to: '2022-09-12' },
    { zh: '国庆节', from: '2022-10-01', to: '2022-10-07' },
    { zh: '元旦', from: '2022-12-31', to: '2022-12-31' },
  ],
  shiftedWorkingDays: [
    '2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08',
    '2022-10-09',
  ],
};
