import type { CalendarYear } from './calendar-year.js';

export const year2021: CalendarYear = {
  year: 2021,
  notices: [
    'http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2021-01-01', to: '2021-01-03' },
    { zh: '春节', from: '2021-02-11', to: '2021-02-17' },
    { zh: '清明节', from: '2021-04-03', to: '2021-04-05' },
    { zh: '劳动节', from: '2021-05-01', to: '2021-05-05' },
    { zh: '端午节', from: '2021-06-12', to: '2021-06-14' },
    { zh: '中秋节', from: '2021-09-19', to: '2021-09-21' },
    { zh: '国庆节', from: '2021-10-01', to: '2021-10-07' },
  ],
  shiftedWorkingDays: [
    '2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26',
    '2021-10-09',
  ],
};
