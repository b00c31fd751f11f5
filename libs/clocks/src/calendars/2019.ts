import type { CalendarYear } from './calendar-year.js';

export const year2019: CalendarYear = {
  year: 2019,
  // The second notice lengthened Labour Day (1 to 4 May).
  notices: [
    'http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm',
    'http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2019-01-01', to: '2019-01-01' },
    { zh: '春节', from: '2019-02-04', to: '2019-02-10' },
    { zh: '清明节', from: '2019-04-05', to: '2019-04-07' },
    { zh: '劳动节', from: '2019-05-01', to: '2019-05-04' },
    { zh: '端午节', from: '2019-06-07', to: '2019-06-09' },
    { zh: '中秋节', from: '2019-09-13', to: '2019-09-15' },
    { zh: '国庆节', from: '2019-10-01', to: '2019-10-07' },
  ],
  shiftedWorkingDays: [
    '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12',
  ],
};
