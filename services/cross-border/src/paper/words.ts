import type { Destination, ItemRemark, ManifestKind, Port, Side, Trilingual, UnitKind } from '#contracts';

const in3 = (zh: string, vi: string, en: string): Trilingual => ({ zh, vi, en });

/** What the printed record calls things, in the three languages of the port. */
export const PORT_WORDS: Readonly<Record<Port, Trilingual>> = {
  hekou: in3('河口口岸', 'Cửa khẩu Hà Khẩu', 'Port of Hekou'),
  jinshuihe: in3('金水河口岸', 'Cửa khẩu Kim Thủy Hà', 'Port of Jinshuihe'),
};

export const KIND_WORDS: Readonly<Record<ManifestKind, Trilingual>> = {
  person: in3('人员', 'Người', 'Person'),
  document: in3('文书证件', 'Giấy tờ', 'Document'),
  belonging: in3('随身物品', 'Đồ dùng cá nhân', 'Belonging'),
  'medical-summary': in3('医疗摘要(密封)', 'Tóm tắt y tế (niêm phong)', 'Medical summary (sealed)'),
  'social-report': in3('社会报告(密封)', 'Báo cáo xã hội (niêm phong)', 'Social report (sealed)'),
};

export const REMARK_WORDS: Readonly<Record<ItemRemark, Trilingual>> = {
  'as-listed': in3('与清单相符', 'Đúng như danh mục', 'As listed'),
  damaged: in3('有损坏', 'Bị hư hỏng', 'Damaged'),
  incomplete: in3('不齐全', 'Không đầy đủ', 'Incomplete'),
  'sealed-bag-opened': in3('密封袋已开启', 'Túi niêm phong đã bị mở', 'Sealed bag opened'),
};

export const DESTINATION_WORDS: Readonly<Record<Destination, Trilingual>> = {
  family: in3('家庭', 'Gia đình', 'Family'),
  'social-protection-centre': in3('社会保护中心', 'Trung tâm bảo trợ xã hội', 'Social protection centre'),
  'own-choice': in3('本人选择', 'Theo lựa chọn của bản thân', 'Own choice'),
};

export const SIDE_WORDS: Readonly<Record<Side, Trilingual>> = {
  sending: in3('移交方', 'Bên giao', 'Sending side'),
  receiving: in3('接收方', 'Bên nhận', 'Receiving side'),
};

/** The kinds of unit that stand at the port; any other is named by its number alone. */
export const UNIT_WORDS: Readonly<Partial<Record<UnitKind, Trilingual>>> = {
  'border-management': in3('边境管理机关', 'Cơ quan quản lý biên giới', 'Border management'),
  'border-inspection': in3('出入境边防检查机关', 'Cơ quan kiểm tra biên phòng', 'Border inspection'),
  'foreign-police': in3('境外警方', 'Công an phía nước ngoài', 'Police abroad'),
  'foreign-border': in3('境外边防', 'Biên phòng phía nước ngoài', 'Border guard abroad'),
  'foreign-social-protection': in3('境外社会保护机构', 'Cơ quan bảo trợ xã hội phía nước ngoài', 'Social protection abroad'),
};

export const RECORD_WORDS = {
  title: in3('被拐卖受害人口岸移交记录', 'BIÊN BẢN BÀN GIAO NẠN NHÂN TẠI CỬA KHẨU', 'RECORD OF HANDOVER OF TRAFFICKED PERSONS AT THE PORT'),
  handover: in3('移交编号', 'Số bàn giao', 'Handover number'),
  case: in3('案件编号', 'Số vụ việc', 'Case number'),
  port: in3('口岸', 'Cửa khẩu', 'Port'),
  time: in3('约定时间(北京时间)', 'Thời gian hẹn (giờ Bắc Kinh)', 'Appointed time (Beijing time)'),
  persons: in3('移交人员', 'Người được bàn giao', 'Persons handed over'),
  items: in3('移交清单', 'Danh mục bàn giao', 'Manifest'),
  person: in3('人员', 'Người', 'Person'),
  destination: in3('去向', 'Nơi đến', 'Destination'),
  item: in3('内容', 'Nội dung', 'Item'),
  kind: in3('类别', 'Loại', 'Kind'),
  remark: in3('接收意见', 'Ý kiến tiếp nhận', 'Remark on receipt'),
  notYetAccepted: in3('尚未接收', 'Chưa tiếp nhận', 'Not yet accepted'),
  digestOfPaper: in3('文件摘要值', 'Giá trị băm của giấy tờ', 'Digest of the paper'),
  signature: in3('签字', 'Chữ ký', 'Signature'),
  signedElectronically: in3('已电子签字', 'Đã ký điện tử', 'Signed electronically'),
  notYetSigned: in3('尚未签字', 'Chưa ký', 'Not yet signed'),
  signer: in3('签字人', 'Người ký', 'Signer'),
  key: in3('签名公钥编号', 'Mã số khóa công khai', 'Number of the signing key'),
  value: in3('签名值(ES256)', 'Giá trị chữ ký (ES256)', 'Signature (ES256)'),
  byHand: in3('签名、盖章', 'Ký tên, đóng dấu', 'Signed and stamped'),
  date: in3('日期', 'Ngày', 'Date'),
  digest: in3('清单摘要值(SHA-256)', 'Giá trị băm của danh mục (SHA-256)', 'Digest of the manifest (SHA-256)'),
  verify: in3(
    '凭清单原文和双方公钥,可以用任何工具脱机核验;本页二维码即摘要值。',
    'Có thể kiểm tra ngoại tuyến bằng mọi công cụ với nguyên văn danh mục và khóa công khai của hai bên; mã QR là giá trị băm.',
    'With the text of the manifest and both public keys anybody can verify it off line, with any tool; the QR code is the digest.'),
  draft: in3(
    '本件尚未经双方签字,不作移交凭证。', 'Biên bản này chưa được hai bên ký, không phải là bằng chứng bàn giao.',
    'Not signed by both sides: no proof of a handover.'),
  exercise: in3('演练', 'DIỄN TẬP', 'EXERCISE'),
} as const;
