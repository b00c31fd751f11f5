import type { CalendarYear } from './calendar-year.js';

export const year2020: CalendarYear = {
  year: 2020,
  // The second notice lengthened Spring Festival to 2 February and took back the shifted Saturday of 1 February.
  notices: [
    'http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm',
    'http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2020-01-01', to: '2020-01-01' },
    { zh: '春节', from: '2020-01-24', to: '2020-02-02' },
    { zh: '清明节', from: '2020-04-04', to: '2020-04-06' },
    { zh: '劳动节', from: '2020-05-01', to: '2020-05-05' },
    { zh: '端午节', from: '2020-06-25', to: '2020-06-27' },
    { zh: '国庆节、中秋节', from: '2020-10-01', to: '2020-10-08' },
  ],
  shiftedWorkingDays: [
    '2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10',
  ],
};
