import type { CalendarYear } from './calendar-year.js';

export const year2025: CalendarYear = {
  year: 2025,
  notices: [
    'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  ],
  holidays: [
    { zh: '元旦', from: '2025-01-01', to: '2025-01-01' },
    { zh: '春节', from: '2025-01-28', to: '2025-02-04' },
    { zh: '清明节', from: '2025-04-04', to: '2025-04-06' },
    { zh: '劳动节', from: '2025-05-01', to: '2025-05-05' },
    { zh: '端午节', from: '2025-05-31', to: '2025-06-02' },
    { zh: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
  ],
  shiftedWorkingDays: [
    '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
  ],
};
