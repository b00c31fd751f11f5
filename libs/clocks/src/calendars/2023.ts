import type { CalendarYear } from './calendar-year.js';

export const year2023: CalendarYear = {
  year: 2023,
  notices: [
    'http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2023-01-01', to: '2023-01-02' },
    { zh: '春节', from: '2023-01-21', to: '2023-01-27' },
    { zh: '清明节', from: '2023-04-05', to: '2023-04-05' },
    { zh: '劳动节', from: '2023-04-29', to: '2023-05-03' },
    { zh: '端午节', from: '2023-06-22', to: '2023-06-24' },
    { zh: '中秋节、国庆节', from: '2023-09-29', to: '2023-10-06' },
  ],
  shiftedWorkingDays: [
    '2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07',
    '2023-10-08',
  ],
};
