import type { CalendarYear } from './calendar-year.js';

export const year2024: CalendarYear = {
  year: 2024,
  notices: [
    'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2024-01-01', to: '2024-01-01' },
    { zh: '春节', from: '2024-02-10', to: '2024-02-17' },
    { zh: '清明节', from: '2024-04-04', to: '2024-04-06' },
    { zh: '劳动节', from: '2024-05-01', to: '2024-05-05' },
    { zh: '端午节', from: '2024-06-10', to: '2024-06-10' },
    { zh: '中秋节', from: '2024-09-15', to: '2024-09-17' },
    { zh: '国庆节', from: '2024-10-01', to: '2024-10-07' },
  ],
  shiftedWorkingDays: [
    '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14',
    '2024-09-29', '2024-10-12',
  ],
};
