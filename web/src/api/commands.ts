// Written by `npm run generate`. Change the code of the services, not this file.

import type { CommandName } from './codes.js';
import type { Command } from './command.js';

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
 "intake/intakes.addVictim": {
  "service": "intake",
  "method": "POST",
  "path": "/intakes/{id}/victims",
  "zh": "补登受害人",
  "en": "Adds a victim to the case (I-4)",
  "body": {
   "type": "object",
   "properties": {
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "sex": {
     "type": "string",
     "enum": [
      "unknown",
      "male",
      "female",
      "unspecified"
     ]
    },
    "birthDate": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
     "maxLength": 10
    },
    "estimatedAge": {
     "type": "object",
     "properties": {
      "fromYears": {
       "type": "integer",
       "minimum": 0,
       "maximum": 120
      },
      "toYears": {
       "type": "integer",
       "minimum": 0,
       "maximum": 120
      },
      "on": {
       "type": "string",
       "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
       "maxLength": 10
      }
     },
     "required": [
      "fromYears",
      "toYears",
      "on"
     ]
    },
    "nationality": {
     "type": "string",
     "pattern": "^[A-Z]{2}$",
     "maxLength": 2
    },
    "nationalId": {
     "type": "string",
     "maxLength": 18
    },
    "description": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    },
    "features": {
     "type": "string",
     "minLength": 1,
     "maxLength": 500
    },
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": [
    "sex",
    "nationality"
   ]
  }
 },
 "intake/cases.propose": {
  "service": "intake",
  "method": "POST",
  "path": "/cases/{caseId}/erasures",
  "zh": "提议依法删除某案的个人信息",
  "en": "Proposes to erase the personal data of a case, on a ground of the law",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "ground": {
     "type": "string",
     "enum": [
      "purpose-ended",
      "retention-over",
      "consent-withdrawn",
      "kept-unlawfully",
      "ordered-by-law"
     ]
    },
    "documentNumber": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    }
   },
   "required": [
    "ground",
    "documentNumber"
   ]
  }
 },
 "intake/cases.confirm": {
  "service": "intake",
  "method": "PUT",
  "path": "/cases/{caseId}/erasures/{erasureId}/confirmation",
  "zh": "由另一单位的另一人确认;各服务随即销毁该案密钥,不可恢复",
  "en": "A second person of another unit confirms; every service destroys the key of the case",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "documentNumber": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    }
   },
   "required": [
    "documentNumber"
   ]
  }
 },
 "intake/intakes.receiveClue": {
  "service": "intake",
  "method": "POST",
  "path": "/intakes/clues",
  "zh": "登记线索",
  "en": "Receives a clue (I-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "channel": {
     "type": "string",
     "enum": [
      "police-hotline",
      "counter",
      "teacher",
      "medical-staff",
      "transport-worker",
      "relief-station",
      "marriage-registry",
      "grass-roots-network",
      "womens-federation",
      "next-generation-committee",
      "new-media",
      "volunteer",
      "labour-agency-inspection",
      "citizen"
     ]
    },
    "discoveredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "division": {
     "type": "string",
     "pattern": "^[1-9]\\d{5}$",
     "maxLength": 6
    },
    "reporter": {
     "type": "object",
     "properties": {
      "name": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "phone": {
       "type": "string",
       "minLength": 1,
       "maxLength": 40
      },
      "wantsAnonymity": {
       "type": "boolean"
      }
     },
     "required": [
      "wantsAnonymity"
     ]
    },
    "description": {
     "type": "string",
     "minLength": 1,
     "maxLength": 4000
    },
    "place": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    }
   },
   "required": [
    "channel",
    "discoveredAt",
    "division"
   ]
  }
 },
 "intake/intakes.receiveMissingReport": {
  "service": "intake",
  "method": "POST",
  "path": "/intakes/missing-reports",
  "zh": "受理失踪报案(首接责任)",
  "en": "Accepts a missing-person report at once (I-2)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "person": {
     "type": "object",
     "properties": {
      "name": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "sex": {
       "type": "string",
       "enum": [
        "unknown",
        "male",
        "female",
        "unspecified"
       ]
      },
      "birthDate": {
       "type": "string",
       "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
       "maxLength": 10
      },
      "estimatedAge": {
       "type": "object",
       "properties": {
        "fromYears": {
         "type": "integer",
         "minimum": 0,
         "maximum": 120
        },
        "toYears": {
         "type": "integer",
         "minimum": 0,
         "maximum": 120
        },
        "on": {
         "type": "string",
         "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
         "maxLength": 10
        }
       },
       "required": [
        "fromYears",
        "toYears",
        "on"
       ]
      },
      "nationality": {
       "type": "string",
       "pattern": "^[A-Z]{2}$",
       "maxLength": 2
      },
      "nationalId": {
       "type": "string",
       "maxLength": 18
      },
      "description": {
       "type": "string",
       "minLength": 1,
       "maxLength": 2000
      },
      "features": {
       "type": "string",
       "minLength": 1,
       "maxLength": 500
      }
     },
     "required": [
      "sex",
      "nationality"
     ]
    },
    "missingSince": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reportedAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "division": {
     "type": "string",
     "pattern": "^[1-9]\\d{5}$",
     "maxLength": 6
    },
    "lastSeenPlace": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "reporter": {
     "type": "object",
     "properties": {
      "name": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "phone": {
       "type": "string",
       "minLength": 1,
       "maxLength": 40
      },
      "wantsAnonymity": {
       "type": "boolean"
      }
     },
     "required": [
      "wantsAnonymity"
     ]
    }
   },
   "required": [
    "person",
    "missingSince",
    "division"
   ]
  }
 },
 "intake/intakes.grade": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/risk",
  "zh": "风险定级",
  "en": "Grades the risk (I-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "risk": {
     "type": "string",
     "enum": [
      "urgent",
      "high",
      "ordinary"
     ]
    }
   },
   "required": [
    "risk"
   ]
  }
 },
 "intake/intakes.merge": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/merge",
  "zh": "并案",
  "en": "Merges the matter into another one (I-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "intoIntakeId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "intoIntakeId"
   ]
  }
 },
 "intake/intakes.sendFeedback": {
  "service": "intake",
  "method": "POST",
  "path": "/intakes/{id}/feedbacks",
  "zh": "线索反馈",
  "en": "Tells the reporter what became of the clue (I-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "clueId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "clueId"
   ]
  }
 },
 "intake/intakes.openCase": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/case",
  "zh": "立案",
  "en": "Opens a case (I-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "kind": {
     "type": "string",
     "enum": [
      "child-abduction",
      "child-missing",
      "woman-trafficking",
      "person-trafficking",
      "forced-marriage",
      "forced-labour"
     ]
    },
    "victims": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       },
       "sex": {
        "type": "string",
        "enum": [
         "unknown",
         "male",
         "female",
         "unspecified"
        ]
       },
       "birthDate": {
        "type": "string",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
        "maxLength": 10
       },
       "estimatedAge": {
        "type": "object",
        "properties": {
         "fromYears": {
          "type": "integer",
          "minimum": 0,
          "maximum": 120
         },
         "toYears": {
          "type": "integer",
          "minimum": 0,
          "maximum": 120
         },
         "on": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
          "maxLength": 10
         }
        },
        "required": [
         "fromYears",
         "toYears",
         "on"
        ]
       },
       "nationality": {
        "type": "string",
        "pattern": "^[A-Z]{2}$",
        "maxLength": 2
       },
       "nationalId": {
        "type": "string",
        "maxLength": 18
       },
       "description": {
        "type": "string",
        "minLength": 1,
        "maxLength": 2000
       },
       "features": {
        "type": "string",
        "minLength": 1,
        "maxLength": 500
       },
       "victimId": {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        "maxLength": 36
       }
      },
      "required": [
       "sex",
       "nationality"
      ]
     },
     "minItems": 0,
     "maxItems": 20
    }
   },
   "required": [
    "kind",
    "victims"
   ]
  }
 },
 "intake/intakes.sayAge": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/victims/{victimId}/age",
  "zh": "登记已查明或估计的年龄",
  "en": "Says how old a victim is, found out or judged (I-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "birthDate": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
     "maxLength": 10
    },
    "estimatedAge": {
     "type": "object",
     "properties": {
      "fromYears": {
       "type": "integer",
       "minimum": 0,
       "maximum": 120
      },
      "toYears": {
       "type": "integer",
       "minimum": 0,
       "maximum": 120
      },
      "on": {
       "type": "string",
       "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
       "maxLength": 10
      }
     },
     "required": [
      "fromYears",
      "toYears",
      "on"
     ]
    }
   },
   "required": []
  }
 },
 "intake/intakes.requestStage": {
  "service": "intake",
  "method": "POST",
  "path": "/intakes/{id}/stage-requests",
  "zh": "请求下一阶段",
  "en": "Asks for the next stage (I-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "stage": {
     "type": "string",
     "enum": [
      "investigation",
      "rescue"
     ]
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "victimIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 0,
     "maxItems": 20
    }
   },
   "required": [
    "stage",
    "toUnit"
   ]
  }
 },
 "intake/intakes.correct": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/division",
  "zh": "更正案发地区划并改派",
  "en": "Corrects where the matter lies, and asks the bureau that is competent there (I-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "division": {
     "type": "string",
     "pattern": "^[1-9]\\d{5}$",
     "maxLength": 6
    },
    "reason": {
     "type": "string",
     "enum": [
      "mistyped",
      "place-established",
      "division-reorganised"
     ]
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "division",
    "reason"
   ]
  }
 },
 "intake/intakes.conclude": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/closure",
  "zh": "结束受理阶段:须下一阶段已被接收,且每条线索均已反馈",
  "en": "Ends the receiving: the next stage is accepted and every clue has feedback (I-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "outcome": {
     "type": "string",
     "enum": [
      "transferred",
      "unfounded",
      "person-found"
     ]
    }
   },
   "required": []
  }
 },
 "intake/intakes.offer": {
  "service": "intake",
  "method": "POST",
  "path": "/intakes/{id}/offers",
  "zh": "把本阶段移交给其他单位或人员",
  "en": "Offers the stage to another unit or person",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "toPerson": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "intake/intakes.accept": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/offers/{offerId}/acceptance",
  "zh": "接收移交,从此负责",
  "en": "Accepts the offer and answers from now on",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "intake/intakes.giveBack": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/offers/{offerId}/return",
  "zh": "退回移交并说明理由",
  "en": "Returns the offer with a reason",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "not-our-jurisdiction",
      "dossier-incomplete",
      "no-capacity",
      "conflict-of-interest",
      "duplicate",
      "not-competent"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "intake/intakes.withdraw": {
  "service": "intake",
  "method": "PUT",
  "path": "/intakes/{id}/stage-requests/{requestId}/withdrawal",
  "zh": "撤回无人接收的请求",
  "en": "Withdraws a request that nobody has taken",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-unit",
      "asked-twice",
      "not-needed"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "intake/attachments.announce": {
  "service": "intake",
  "method": "POST",
  "path": "/attachments",
  "zh": "登记附件,随后上传",
  "en": "Announces a file, which is brought afterwards",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "recordId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "kind": {
     "type": "string",
     "enum": [
      "identity-document",
      "medical-record",
      "forensic-report",
      "photograph",
      "statement",
      "decision-document",
      "travel-document",
      "correspondence",
      "other-document"
     ]
    },
    "mediaType": {
     "type": "string",
     "enum": [
      "application/pdf",
      "image/jpeg",
      "image/png"
     ]
    },
    "bytes": {
     "type": "integer",
     "minimum": 1,
     "maximum": 10485760
    },
    "digest": {
     "type": "string",
     "pattern": "^[0-9a-f]{64}$",
     "maxLength": 64
    },
    "number": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    },
    "hasOriginal": {
     "type": "boolean"
    }
   },
   "required": [
    "recordId",
    "kind",
    "mediaType",
    "bytes",
    "digest",
    "hasOriginal"
   ]
  }
 },
 "intake/attachments.withdraw": {
  "service": "intake",
  "method": "PUT",
  "path": "/attachments/{id}/withdrawal",
  "zh": "撤回附件,已保存的仍留存",
  "en": "Withdraws a file; what was kept stays",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-file",
      "wrong-case",
      "unreadable",
      "superseded",
      "obtained-unlawfully"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "intake/attachments.bring": {
  "service": "intake",
  "method": "PUT",
  "path": "/attachments/{id}/content",
  "zh": "上传已登记的附件",
  "en": "Brings the file that was announced",
  "body": null
 },
 "intake/attachments.offerOriginal": {
  "service": "intake",
  "method": "POST",
  "path": "/attachments/{id}/original-offers",
  "zh": "移交原件",
  "en": "Offers the original to another unit; until it is accepted the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "intake/attachments.acceptOriginal": {
  "service": "intake",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/acceptance",
  "zh": "接收原件",
  "en": "Takes the original from the holder",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "intake/attachments.declineOriginal": {
  "service": "intake",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/return",
  "zh": "不接收原件",
  "en": "Does not take the original; the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.suspend": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/suspension",
  "zh": "转入积案,责任不撤销",
  "en": "Carries the case on as a cold one; everybody stays answerable (V-1, V-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "basis": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    }
   },
   "required": []
  }
 },
 "investigation/investigations.resume": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/resumption",
  "zh": "积案重启侦查",
  "en": "Works on a cold case again (V-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "hitId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": []
  }
 },
 "investigation/investigations.review": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/reviews",
  "zh": "登记积案复核",
  "en": "Records a review of the cold case (V-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.request": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/stage-requests",
  "zh": "请求下一阶段:解救、安置或送返",
  "en": "Asks for the next stage: rescue, placement or repatriation",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "stage": {
     "type": "string",
     "enum": [
      "rescue",
      "placement",
      "cross-border"
     ]
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "victimIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 1,
     "maxItems": 20
    }
   },
   "required": [
    "stage",
    "toUnit",
    "victimIds"
   ]
  }
 },
 "investigation/investigations.close": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/closure",
  "zh": "办结侦查阶段,解散特侦组",
  "en": "Closes the stage and dissolves the task force (V-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.form": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/task-force",
  "zh": "成立特侦组,落实一长三包",
  "en": "Forms the task force: one leader, three packages (V-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "packages": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "package": {
        "type": "string",
        "enum": [
         "solve",
         "rescue",
         "comfort"
        ]
       },
       "unitId": {
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": 48
       },
       "personId": {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        "maxLength": 36
       }
      },
      "required": [
       "package",
       "unitId",
       "personId"
      ]
     },
     "minItems": 3,
     "maxItems": 3
    },
    "relativesContactDays": {
     "type": "integer",
     "minimum": 1,
     "maximum": 90
    }
   },
   "required": [
    "packages",
    "relativesContactDays"
   ]
  }
 },
 "investigation/investigations.reassign": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/packages/{package}",
  "zh": "更换某包责任人",
  "en": "Gives a package to another person (V-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "unitId": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "personId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "unitId",
    "personId"
   ]
  }
 },
 "investigation/investigations.measure": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/measures",
  "zh": "登记某包采取的措施",
  "en": "Records a measure taken under a package (V-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "package": {
     "type": "string",
     "enum": [
      "solve",
      "rescue",
      "comfort"
     ]
    },
    "measure": {
     "type": "string",
     "enum": [
      "canvass",
      "video-review",
      "search",
      "forensic",
      "interview",
      "assistance-request",
      "surveillance",
      "publicity",
      "dna-sampling"
     ]
    }
   },
   "required": [
    "package",
    "measure"
   ]
  }
 },
 "investigation/investigations.contact": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/relative-contacts",
  "zh": "登记联系亲属",
  "en": "Records that the relatives were contacted (V-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.discharge": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/packages/{package}/discharge",
  "zh": "某包完成并附证明",
  "en": "Discharges a package, with its evidence (V-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "evidence": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 1,
     "maxItems": 20
    }
   },
   "required": [
    "evidence"
   ]
  }
 },
 "investigation/investigations.dissolve": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/task-force/dissolution",
  "zh": "解散特侦组(三包全部完成后)",
  "en": "Dissolves the task force, after all three packages (V-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.sample": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/dna-samples",
  "zh": "登记已录入全国库的血样",
  "en": "Records a blood sample entered in the national database (V-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "sampleNumber": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    },
    "subject": {
     "type": "string",
     "enum": [
      "parent",
      "child-of-unknown-origin",
      "rescued-person"
     ]
    }
   },
   "required": [
    "sampleNumber",
    "subject"
   ]
  }
 },
 "investigation/investigations.hit": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/dna-hits",
  "zh": "登记全国库反馈的比中",
  "en": "Records a hit that the national database reported (V-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "victimId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "parents": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "sampleNumber": {
        "type": "string",
        "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
        "maxLength": 40
       },
       "personId": {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        "maxLength": 36
       },
       "relation": {
        "type": "string",
        "enum": [
         "father",
         "mother"
        ]
       },
       "nationalId": {
        "type": "string",
        "maxLength": 18
       }
      },
      "required": [
       "sampleNumber",
       "personId",
       "relation"
      ]
     },
     "minItems": 1,
     "maxItems": 2
    },
    "samples": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "sampleNumber": {
        "type": "string",
        "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
        "maxLength": 40
       }
      },
      "required": [
       "sampleNumber"
      ]
     },
     "minItems": 2,
     "maxItems": 5
    },
    "relation": {
     "type": "string",
     "enum": [
      "trio",
      "duo-mother",
      "duo-father"
     ]
    }
   },
   "required": [
    "victimId",
    "parents",
    "samples",
    "relation"
   ]
  }
 },
 "investigation/investigations.confirm": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/dna-hits/{hitId}/confirmation",
  "zh": "第二名核查员确认比中",
  "en": "A second person confirms the hit (V-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.suspect": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/suspects",
  "zh": "登记犯罪嫌疑人",
  "en": "Records a suspect (V-7)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "role": {
     "type": "string",
     "enum": [
      "organiser",
      "recruiter",
      "transporter",
      "seller",
      "broker",
      "buyer",
      "other"
     ]
    },
    "repeatOffender": {
     "type": "boolean"
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 60
    },
    "nationalId": {
     "type": "string",
     "maxLength": 18
    }
   },
   "required": [
    "role",
    "repeatOffender"
   ]
  }
 },
 "investigation/investigations.arrest": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/suspects/{suspectId}/arrest",
  "zh": "嫌疑人归案",
  "en": "Records that a suspect is in custody (V-7)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.buyer": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/buyers",
  "zh": "认定收买家庭,不得安置或移交",
  "en": "Identifies a buyer household; it never receives anybody (R-3, P-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "householdId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "persons": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "personId": {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        "maxLength": 36
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 60
       },
       "nationalId": {
        "type": "string",
        "maxLength": 18
       }
      },
      "required": []
     },
     "minItems": 1,
     "maxItems": 10
    }
   },
   "required": [
    "persons"
   ]
  }
 },
 "investigation/investigations.offer": {
  "service": "investigation",
  "method": "POST",
  "path": "/investigations/{id}/offers",
  "zh": "把本阶段移交给其他单位或人员",
  "en": "Offers the stage to another unit or person",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "toPerson": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "investigation/investigations.accept": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/offers/{offerId}/acceptance",
  "zh": "接收移交,从此负责",
  "en": "Accepts the offer and answers from now on",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/investigations.giveBack": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/offers/{offerId}/return",
  "zh": "退回移交并说明理由",
  "en": "Returns the offer with a reason",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "not-our-jurisdiction",
      "dossier-incomplete",
      "no-capacity",
      "conflict-of-interest",
      "duplicate",
      "not-competent"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "investigation/investigations.withdraw": {
  "service": "investigation",
  "method": "PUT",
  "path": "/investigations/{id}/stage-requests/{requestId}/withdrawal",
  "zh": "撤回无人接收的请求",
  "en": "Withdraws a request that nobody has taken",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-unit",
      "asked-twice",
      "not-needed"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "investigation/attachments.announce": {
  "service": "investigation",
  "method": "POST",
  "path": "/attachments",
  "zh": "登记附件,随后上传",
  "en": "Announces a file, which is brought afterwards",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "recordId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "kind": {
     "type": "string",
     "enum": [
      "identity-document",
      "medical-record",
      "forensic-report",
      "photograph",
      "statement",
      "decision-document",
      "travel-document",
      "correspondence",
      "other-document"
     ]
    },
    "mediaType": {
     "type": "string",
     "enum": [
      "application/pdf",
      "image/jpeg",
      "image/png"
     ]
    },
    "bytes": {
     "type": "integer",
     "minimum": 1,
     "maximum": 10485760
    },
    "digest": {
     "type": "string",
     "pattern": "^[0-9a-f]{64}$",
     "maxLength": 64
    },
    "number": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    },
    "hasOriginal": {
     "type": "boolean"
    }
   },
   "required": [
    "recordId",
    "kind",
    "mediaType",
    "bytes",
    "digest",
    "hasOriginal"
   ]
  }
 },
 "investigation/attachments.withdraw": {
  "service": "investigation",
  "method": "PUT",
  "path": "/attachments/{id}/withdrawal",
  "zh": "撤回附件,已保存的仍留存",
  "en": "Withdraws a file; what was kept stays",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-file",
      "wrong-case",
      "unreadable",
      "superseded",
      "obtained-unlawfully"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "investigation/attachments.bring": {
  "service": "investigation",
  "method": "PUT",
  "path": "/attachments/{id}/content",
  "zh": "上传已登记的附件",
  "en": "Brings the file that was announced",
  "body": null
 },
 "investigation/attachments.offerOriginal": {
  "service": "investigation",
  "method": "POST",
  "path": "/attachments/{id}/original-offers",
  "zh": "移交原件",
  "en": "Offers the original to another unit; until it is accepted the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "investigation/attachments.acceptOriginal": {
  "service": "investigation",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/acceptance",
  "zh": "接收原件",
  "en": "Takes the original from the holder",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "investigation/attachments.declineOriginal": {
  "service": "investigation",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/return",
  "zh": "不接收原件",
  "en": "Does not take the original; the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "rescue/rescues.draft": {
  "service": "rescue",
  "method": "POST",
  "path": "/rescues/{id}/plans",
  "zh": "制定解救方案",
  "en": "Drafts a plan (R-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "victimIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 1,
     "maxItems": 20
    },
    "placeVerified": {
     "type": "boolean"
    },
    "risks": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "armed",
       "crowd",
       "flight",
       "medical",
       "none-known"
      ]
     },
     "minItems": 1,
     "maxItems": 5
    },
    "present": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "female-officer",
       "social-worker",
       "guardian",
       "interpreter",
       "clinician",
       "camera-recording"
      ]
     },
     "minItems": 0,
     "maxItems": 6
    },
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    }
   },
   "required": [
    "victimIds",
    "placeVerified",
    "risks",
    "present"
   ]
  }
 },
 "rescue/rescues.approve": {
  "service": "rescue",
  "method": "PUT",
  "path": "/rescues/{id}/plans/{planId}/approval",
  "zh": "批准解救方案",
  "en": "Approves a plan that somebody else has drafted (R-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "rescue/rescues.free": {
  "service": "rescue",
  "method": "POST",
  "path": "/rescues/{id}/rescued-persons",
  "zh": "登记获救人员,照料责任同时开始",
  "en": "Records that a victim is free; the care begins in the same act (R-2, R-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "victimId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "planId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "present": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "female-officer",
       "social-worker",
       "guardian",
       "interpreter",
       "clinician",
       "camera-recording"
      ]
     },
     "minItems": 0,
     "maxItems": 6
    },
    "emergency": {
     "type": "boolean"
    }
   },
   "required": [
    "victimId",
    "present"
   ]
  }
 },
 "rescue/rescues.interview": {
  "service": "rescue",
  "method": "POST",
  "path": "/rescues/{id}/interviews",
  "zh": "登记询问",
  "en": "Records an interview and counts it (R-2)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "victimId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "startedAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "endedAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "present": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "female-officer",
       "social-worker",
       "guardian",
       "interpreter",
       "clinician",
       "camera-recording"
      ]
     },
     "minItems": 0,
     "maxItems": 6
    },
    "reason": {
     "type": "string",
     "enum": [
      "new-evidence",
      "identification",
      "victim-asked",
      "court-asked"
     ]
    }
   },
   "required": [
    "victimId",
    "startedAt",
    "endedAt",
    "present"
   ]
  }
 },
 "rescue/rescues.askCheck": {
  "service": "rescue",
  "method": "POST",
  "path": "/rescues/{id}/victims/{victimId}/medical-check-requests",
  "zh": "请医疗机构体检",
  "en": "Asks a health unit to examine a victim; it can then see whom, and by when (R-2)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "rescue/rescues.check": {
  "service": "rescue",
  "method": "PUT",
  "path": "/rescues/{id}/victims/{victimId}/medical-check",
  "zh": "登记体检完成",
  "en": "Records that a victim was examined; the result stays with the health unit (R-2)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "atUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "atUnit"
   ]
  }
 },
 "rescue/rescues.request": {
  "service": "rescue",
  "method": "POST",
  "path": "/rescues/{id}/stage-requests",
  "zh": "提请下一阶段(安置或跨境移交)",
  "en": "Asks for the next stage (R-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "stage": {
     "type": "string",
     "enum": [
      "placement",
      "cross-border"
     ]
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "victimIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 1,
     "maxItems": 20
    }
   },
   "required": [
    "stage",
    "toUnit",
    "victimIds"
   ]
  }
 },
 "rescue/rescues.close": {
  "service": "rescue",
  "method": "PUT",
  "path": "/rescues/{id}/closure",
  "zh": "办结解救阶段",
  "en": "Closes the stage",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "abandoned": {
     "type": "boolean"
    }
   },
   "required": []
  }
 },
 "rescue/custodies.offer": {
  "service": "rescue",
  "method": "POST",
  "path": "/custodies/{id}/offers",
  "zh": "提出移交照料",
  "en": "Offers the care to another unit or person; until it is accepted the holder keeps it (R-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "householdId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "personIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 0,
     "maxItems": 10
    },
    "personNationalId": {
     "type": "string",
     "maxLength": 18
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "toPerson": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "rescue/custodies.accept": {
  "service": "rescue",
  "method": "PUT",
  "path": "/custodies/{id}/offers/{offerId}/acceptance",
  "zh": "接收照料,从此负责",
  "en": "Takes the victim into care from now on (R-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "rescue/custodies.decline": {
  "service": "rescue",
  "method": "PUT",
  "path": "/custodies/{id}/offers/{offerId}/decline",
  "zh": "不接收照料,仍由原单位照料",
  "en": "Declines; the holder keeps the victim (R-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "rescue/custodies.prove": {
  "service": "rescue",
  "method": "POST",
  "path": "/custodies/{id}/kinship-proofs",
  "zh": "登记亲缘关系证明",
  "en": "Records that kinship is proven (R-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "householdId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "personIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 0,
     "maxItems": 10
    },
    "personNationalId": {
     "type": "string",
     "maxLength": 18
    },
    "relativeId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "relation": {
     "type": "string",
     "enum": [
      "father",
      "mother",
      "grandparent",
      "sibling",
      "aunt-or-uncle",
      "other-kin"
     ]
    },
    "proof": {
     "type": "string",
     "enum": [
      "dna",
      "document"
     ]
    },
    "country": {
     "type": "string",
     "pattern": "^[A-Z]{2}$",
     "maxLength": 2
    },
    "paperNumber": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    }
   },
   "required": [
    "relativeId",
    "relation",
    "proof"
   ]
  }
 },
 "rescue/custodies.relative": {
  "service": "rescue",
  "method": "PUT",
  "path": "/custodies/{id}/handover-to-relative",
  "zh": "移交亲属;收买家庭一律不予",
  "en": "Hands a child over to a relative of proven kinship; never to a buyer household (R-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "householdId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "personIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 0,
     "maxItems": 10
    },
    "personNationalId": {
     "type": "string",
     "maxLength": 18
    },
    "relativeId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "relation": {
     "type": "string",
     "enum": [
      "father",
      "mother",
      "grandparent",
      "sibling",
      "aunt-or-uncle",
      "other-kin"
     ]
    },
    "witnesses": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "female-officer",
       "social-worker",
       "guardian",
       "interpreter",
       "clinician",
       "camera-recording"
      ]
     },
     "minItems": 0,
     "maxItems": 6
    }
   },
   "required": [
    "relativeId",
    "relation",
    "witnesses"
   ]
  }
 },
 "rescue/custodies.ownWill": {
  "service": "rescue",
  "method": "PUT",
  "path": "/custodies/{id}/own-will",
  "zh": "成年人自愿离开",
  "en": "An adult decides to go; recorded, and it decides (R-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "rescue/custodies.end": {
  "service": "rescue",
  "method": "PUT",
  "path": "/custodies/{id}/ending",
  "zh": "结束照料",
  "en": "Care by the authorities has ended (R-3, R-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "with-family",
      "received-abroad"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "rescue/custodies.retake": {
  "service": "rescue",
  "method": "PUT",
  "path": "/custodies/{id}/retaking",
  "zh": "为保护儿童,从亲属处带离并接管照料",
  "en": "Takes a child back from a relative for protection, and into care (R-3, R-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "grounds": {
     "type": "string",
     "enum": [
      "buyer-recognised",
      "in-danger",
      "kinship-disproved"
     ]
    },
    "documentNumber": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    }
   },
   "required": [
    "grounds",
    "documentNumber"
   ]
  }
 },
 "rescue/rescues.offer": {
  "service": "rescue",
  "method": "POST",
  "path": "/rescues/{id}/offers",
  "zh": "把本阶段移交给其他单位或人员",
  "en": "Offers the stage to another unit or person",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "toPerson": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "rescue/rescues.accept": {
  "service": "rescue",
  "method": "PUT",
  "path": "/rescues/{id}/offers/{offerId}/acceptance",
  "zh": "接收移交,从此负责",
  "en": "Accepts the offer and answers from now on",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "rescue/rescues.giveBack": {
  "service": "rescue",
  "method": "PUT",
  "path": "/rescues/{id}/offers/{offerId}/return",
  "zh": "退回移交并说明理由",
  "en": "Returns the offer with a reason",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "not-our-jurisdiction",
      "dossier-incomplete",
      "no-capacity",
      "conflict-of-interest",
      "duplicate",
      "not-competent"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "rescue/rescues.withdraw": {
  "service": "rescue",
  "method": "PUT",
  "path": "/rescues/{id}/stage-requests/{requestId}/withdrawal",
  "zh": "撤回无人接收的请求",
  "en": "Withdraws a request that nobody has taken",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-unit",
      "asked-twice",
      "not-needed"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "rescue/attachments.announce": {
  "service": "rescue",
  "method": "POST",
  "path": "/attachments",
  "zh": "登记附件,随后上传",
  "en": "Announces a file, which is brought afterwards",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "recordId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "kind": {
     "type": "string",
     "enum": [
      "identity-document",
      "medical-record",
      "forensic-report",
      "photograph",
      "statement",
      "decision-document",
      "travel-document",
      "correspondence",
      "other-document"
     ]
    },
    "mediaType": {
     "type": "string",
     "enum": [
      "application/pdf",
      "image/jpeg",
      "image/png"
     ]
    },
    "bytes": {
     "type": "integer",
     "minimum": 1,
     "maximum": 10485760
    },
    "digest": {
     "type": "string",
     "pattern": "^[0-9a-f]{64}$",
     "maxLength": 64
    },
    "number": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    },
    "hasOriginal": {
     "type": "boolean"
    }
   },
   "required": [
    "recordId",
    "kind",
    "mediaType",
    "bytes",
    "digest",
    "hasOriginal"
   ]
  }
 },
 "rescue/attachments.withdraw": {
  "service": "rescue",
  "method": "PUT",
  "path": "/attachments/{id}/withdrawal",
  "zh": "撤回附件,已保存的仍留存",
  "en": "Withdraws a file; what was kept stays",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-file",
      "wrong-case",
      "unreadable",
      "superseded",
      "obtained-unlawfully"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "rescue/attachments.bring": {
  "service": "rescue",
  "method": "PUT",
  "path": "/attachments/{id}/content",
  "zh": "上传已登记的附件",
  "en": "Brings the file that was announced",
  "body": null
 },
 "rescue/attachments.offerOriginal": {
  "service": "rescue",
  "method": "POST",
  "path": "/attachments/{id}/original-offers",
  "zh": "移交原件",
  "en": "Offers the original to another unit; until it is accepted the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "rescue/attachments.acceptOriginal": {
  "service": "rescue",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/acceptance",
  "zh": "接收原件",
  "en": "Takes the original from the holder",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "rescue/attachments.declineOriginal": {
  "service": "rescue",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/return",
  "zh": "不接收原件",
  "en": "Does not take the original; the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/placements.receive": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/reception",
  "zh": "接收受害人",
  "en": "Receives the victim for temporary relief (P-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/placements.assess": {
  "service": "placement",
  "method": "POST",
  "path": "/placements/{id}/household-assessments",
  "zh": "评估接收家庭",
  "en": "Assesses a household (P-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "personIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 0,
     "maxItems": 10
    },
    "members": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "nationalId": {
        "type": "string",
        "maxLength": 18
       }
      },
      "required": [
       "nationalId"
      ]
     },
     "minItems": 0,
     "maxItems": 10
    },
    "householdId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "suitable": {
     "type": "boolean"
    }
   },
   "required": [
    "householdId",
    "suitable"
   ]
  }
 },
 "placement/placements.askPlace": {
  "service": "placement",
  "method": "POST",
  "path": "/placements/{id}/place-requests",
  "zh": "请机构接收安置",
  "en": "Asks an institution for a place (P-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "placement/placements.promisePlace": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/place-promise",
  "zh": "本单位承诺接收安置",
  "en": "Promises a place in the own institution (P-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/placements.decide": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/decision",
  "zh": "作出安置决定",
  "en": "Decides where the person will live (P-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "personIds": {
     "type": "array",
     "items": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
      "maxLength": 36
     },
     "minItems": 0,
     "maxItems": 10
    },
    "members": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "nationalId": {
        "type": "string",
        "maxLength": 18
       }
      },
      "required": [
       "nationalId"
      ]
     },
     "minItems": 0,
     "maxItems": 10
    },
    "kind": {
     "type": "string",
     "enum": [
      "birth-family",
      "kin",
      "child-welfare-institution",
      "foster-family",
      "own-choice",
      "foreign-counterpart"
     ]
    },
    "householdId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "unitId": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "kind"
   ]
  }
 },
 "placement/placements.takeEffect": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/effect",
  "zh": "安置落实,排定回访",
  "en": "Puts the placement in effect and schedules the visits (P-5, P-8)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/placements.visit": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/visits/{visitId}",
  "zh": "登记回访",
  "en": "Records a follow-up visit (P-8)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "furtherHelpNeeded": {
     "type": "boolean"
    }
   },
   "required": [
    "furtherHelpNeeded"
   ]
  }
 },
 "placement/placements.restoreRegistration": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/registration",
  "zh": "登记已恢复户口",
  "en": "Records that the household registration is restored (P-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/placements.confirmSchool": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/school-place",
  "zh": "登记教育局已确认学位",
  "en": "Records the school place that the education bureau has confirmed (P-6)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "educationBureau": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "grade": {
     "type": "integer",
     "minimum": 1,
     "maximum": 12
    }
   },
   "required": [
    "educationBureau",
    "grade"
   ]
  }
 },
 "placement/placements.recordSession": {
  "service": "placement",
  "method": "POST",
  "path": "/placements/{id}/sessions",
  "zh": "登记一次康复",
  "en": "Records that a session of rehabilitation took place; its content stays with the provider (P-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "providerUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "providerUnit"
   ]
  }
 },
 "placement/placements.close": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/closure",
  "zh": "办结安置阶段",
  "en": "Closes the stage",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/placements.offer": {
  "service": "placement",
  "method": "POST",
  "path": "/placements/{id}/offers",
  "zh": "把本阶段移交给其他单位或人员",
  "en": "Offers the stage to another unit or person",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "toPerson": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "placement/placements.accept": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/offers/{offerId}/acceptance",
  "zh": "接收移交,从此负责",
  "en": "Accepts the offer and answers from now on",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/placements.giveBack": {
  "service": "placement",
  "method": "PUT",
  "path": "/placements/{id}/offers/{offerId}/return",
  "zh": "退回移交并说明理由",
  "en": "Returns the offer with a reason",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "not-our-jurisdiction",
      "dossier-incomplete",
      "no-capacity",
      "conflict-of-interest",
      "duplicate",
      "not-competent"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "placement/attachments.announce": {
  "service": "placement",
  "method": "POST",
  "path": "/attachments",
  "zh": "登记附件,随后上传",
  "en": "Announces a file, which is brought afterwards",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "recordId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "kind": {
     "type": "string",
     "enum": [
      "identity-document",
      "medical-record",
      "forensic-report",
      "photograph",
      "statement",
      "decision-document",
      "travel-document",
      "correspondence",
      "other-document"
     ]
    },
    "mediaType": {
     "type": "string",
     "enum": [
      "application/pdf",
      "image/jpeg",
      "image/png"
     ]
    },
    "bytes": {
     "type": "integer",
     "minimum": 1,
     "maximum": 10485760
    },
    "digest": {
     "type": "string",
     "pattern": "^[0-9a-f]{64}$",
     "maxLength": 64
    },
    "number": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    },
    "hasOriginal": {
     "type": "boolean"
    }
   },
   "required": [
    "recordId",
    "kind",
    "mediaType",
    "bytes",
    "digest",
    "hasOriginal"
   ]
  }
 },
 "placement/attachments.withdraw": {
  "service": "placement",
  "method": "PUT",
  "path": "/attachments/{id}/withdrawal",
  "zh": "撤回附件,已保存的仍留存",
  "en": "Withdraws a file; what was kept stays",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-file",
      "wrong-case",
      "unreadable",
      "superseded",
      "obtained-unlawfully"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "placement/attachments.bring": {
  "service": "placement",
  "method": "PUT",
  "path": "/attachments/{id}/content",
  "zh": "上传已登记的附件",
  "en": "Brings the file that was announced",
  "body": null
 },
 "placement/attachments.offerOriginal": {
  "service": "placement",
  "method": "POST",
  "path": "/attachments/{id}/original-offers",
  "zh": "移交原件",
  "en": "Offers the original to another unit; until it is accepted the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "placement/attachments.acceptOriginal": {
  "service": "placement",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/acceptance",
  "zh": "接收原件",
  "en": "Takes the original from the holder",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "placement/attachments.declineOriginal": {
  "service": "placement",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/return",
  "zh": "不接收原件",
  "en": "Does not take the original; the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "cross-border/returns.requestIdentity": {
  "service": "cross-border",
  "method": "POST",
  "path": "/returns/{id}/identity-requests",
  "zh": "向对口单位发出身份核实请求",
  "en": "Asks the counterpart to verify the identity (X-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "counterpart": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "counterpart"
   ]
  }
 },
 "cross-border/returns.answerIdentity": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/identity-requests/{requestId}/answer",
  "zh": "答复身份核实请求",
  "en": "Answers the identity request (X-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "answer": {
     "type": "string",
     "enum": [
      "confirmed",
      "not-matching",
      "not-a-national"
     ]
    },
    "onBehalf": {
     "type": "boolean"
    },
    "documentNumber": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    }
   },
   "required": [
    "answer"
   ]
  }
 },
 "cross-border/returns.supplementIdentity": {
  "service": "cross-border",
  "method": "POST",
  "path": "/returns/{id}/identity-requests/{requestId}/supplements",
  "zh": "补充身份材料,时限重新起算",
  "en": "Sends what was missing; the time begins anew (X-1)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "cross-border/returns.assessSafety": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/safety-assessment",
  "zh": "送返前安全评估",
  "en": "Assesses the safety of the return (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "outcome": {
     "type": "string",
     "enum": [
      "family-safe",
      "family-at-risk",
      "return-unsafe"
     ]
    }
   },
   "required": [
    "outcome"
   ]
  }
 },
 "cross-border/returns.askReception": {
  "service": "cross-border",
  "method": "POST",
  "path": "/returns/{id}/reception-requests",
  "zh": "请境外机构接收",
  "en": "Asks a receiving body abroad to take the person in (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "destination": {
     "type": "string",
     "enum": [
      "family",
      "social-protection-centre",
      "own-choice"
     ]
    }
   },
   "required": [
    "toUnit",
    "destination"
   ]
  }
 },
 "cross-border/returns.promiseReception": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/reception-promise",
  "zh": "境外机构书面承诺接收",
  "en": "A receiving body abroad promises to take the person in (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "destination": {
     "type": "string",
     "enum": [
      "family",
      "social-protection-centre",
      "own-choice"
     ]
    },
    "byUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "letterNumber": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    }
   },
   "required": [
    "destination",
    "byUnit"
   ]
  }
 },
 "cross-border/returns.recordConsent": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/consent",
  "zh": "登记知情同意",
  "en": "Records the informed consent (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "language": {
     "type": "string",
     "enum": [
      "vi",
      "zh",
      "en",
      "my",
      "lo"
     ]
    },
    "byGuardian": {
     "type": "boolean"
    }
   },
   "required": [
    "language",
    "byGuardian"
   ]
  }
 },
 "cross-border/returns.obtainDocument": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/travel-document",
  "zh": "登记旅行证件",
  "en": "Records the travel document (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "document": {
     "type": "string",
     "enum": [
      "return-permit",
      "passport",
      "entry-exit-permit"
     ]
    }
   },
   "required": [
    "document"
   ]
  }
 },
 "cross-border/returns.askFitness": {
  "service": "cross-border",
  "method": "POST",
  "path": "/returns/{id}/fitness-requests",
  "zh": "委托医疗机构评估是否适宜出行",
  "en": "Asks a hospital whether the person is fit to travel (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "cross-border/returns.assessFitness": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/fitness",
  "zh": "受托或曾检查此人的医疗机构出具适宜出行证明(仅结论与日期)",
  "en": "The unit that examined the person certifies fit or not fit, and nothing of the diagnosis (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "victimId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "fit": {
     "type": "boolean"
    },
    "validUntil": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reviewAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": [
    "victimId",
    "fit"
   ]
  }
 },
 "cross-border/returns.confirmReception": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/reception-confirmations",
  "zh": "对方确认接收安置",
  "en": "The other side confirms the reception and how the person is settled (X-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "situation": {
     "type": "string",
     "enum": [
      "at-school",
      "at-work",
      "with-family",
      "in-institution",
      "settling"
     ]
    }
   },
   "required": [
    "situation"
   ]
  }
 },
 "cross-border/returns.requestStage": {
  "service": "cross-border",
  "method": "POST",
  "path": "/returns/{id}/stage-requests",
  "zh": "请安置部门接收",
  "en": "Asks for the placement stage: for who comes in or cannot go back (X-6)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "stage": {
     "type": "string",
     "enum": [
      "placement"
     ]
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "stage",
    "toUnit"
   ]
  }
 },
 "cross-border/returns.close": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/closure",
  "zh": "办结送返阶段",
  "en": "Closes the stage, after reception is confirmed (X-5)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "cross-border/handovers.schedule": {
  "service": "cross-border",
  "method": "POST",
  "path": "/handovers",
  "zh": "排定移交",
  "en": "Fixes port and time of a handover (X-3)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "persons": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "returnId": {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        "maxLength": 36
       },
       "destination": {
        "type": "string",
        "enum": [
         "family",
         "social-protection-centre",
         "own-choice"
        ]
       },
       "householdId": {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        "maxLength": 36
       },
       "personIds": {
        "type": "array",
        "items": {
         "type": "string",
         "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
         "maxLength": 36
        },
        "minItems": 0,
        "maxItems": 10
       },
       "members": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "nationalId": {
           "type": "string",
           "maxLength": 18
          }
         },
         "required": [
          "nationalId"
         ]
        },
        "minItems": 0,
        "maxItems": 10
       }
      },
      "required": [
       "returnId",
       "destination"
      ]
     },
     "minItems": 1,
     "maxItems": 20
    },
    "port": {
     "type": "string",
     "enum": [
      "hekou",
      "jinshuihe"
     ]
    },
    "at": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "counterpart": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "persons",
    "port",
    "at",
    "counterpart"
   ]
  }
 },
 "cross-border/handovers.postpone": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/handovers/{id}/postponement",
  "zh": "改期",
  "en": "Gives the handover a new time (X-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "at": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": [
    "at"
   ]
  }
 },
 "cross-border/handovers.split": {
  "service": "cross-border",
  "method": "POST",
  "path": "/handovers/{id}/splits",
  "zh": "拆分移交,其人另行移交",
  "en": "One person leaves for a handover of her own, with her items (X-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "returnId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "reason": {
     "type": "string",
     "enum": [
      "not-fit-to-travel",
      "document-missing",
      "no-show",
      "own-wish",
      "counterpart-asked"
     ]
    },
    "at": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": [
    "returnId",
    "reason",
    "at"
   ]
  }
 },
 "cross-border/handovers.refuse": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/handovers/{id}/refusal",
  "zh": "对方不予接收,须另定时间",
  "en": "The receiving side does not take the handover; it waits for a new time (X-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "person-absent",
      "identity-doubtful",
      "document-invalid",
      "items-missing",
      "port-closed",
      "no-authority"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "cross-border/handovers.list": {
  "service": "cross-border",
  "method": "POST",
  "path": "/handovers/{id}/items",
  "zh": "清单加一项(中、越、英文)",
  "en": "Lists an item, in Chinese, Vietnamese and English (X-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "kind": {
     "type": "string",
     "enum": [
      "person",
      "document",
      "belonging",
      "medical-summary",
      "social-report"
     ]
    },
    "returnId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "description": {
     "type": "object",
     "properties": {
      "zh": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "vi": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "en": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      }
     },
     "required": [
      "zh",
      "vi",
      "en"
     ]
    },
    "documentDigest": {
     "type": "string",
     "pattern": "^[0-9a-f]{64}$",
     "maxLength": 64
    }
   },
   "required": [
    "kind",
    "returnId",
    "description"
   ]
  }
 },
 "cross-border/handovers.strike": {
  "service": "cross-border",
  "method": "DELETE",
  "path": "/handovers/{id}/items/{n}",
  "zh": "清单删一项(封定前)",
  "en": "Takes an item off the list before it is sealed (X-4)",
  "body": null
 },
 "cross-border/handovers.seal": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/handovers/{id}/manifest/seal",
  "zh": "封定清单",
  "en": "Seals the manifest: nothing is added or taken off (X-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "cross-border/handovers.accept": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/handovers/{id}/items/{n}/acceptance",
  "zh": "逐项接收",
  "en": "The receiving side takes one item, with what it noticed (X-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "remark": {
     "type": "string",
     "enum": [
      "as-listed",
      "damaged",
      "incomplete",
      "sealed-bag-opened"
     ]
    },
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    }
   },
   "required": [
    "remark"
   ]
  }
 },
 "cross-border/handovers.sign": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/handovers/{id}/signatures/{side}",
  "zh": "一方签字;双方都签字后移交完成",
  "en": "One side signs; with the second signature the persons are handed over (X-4)",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "keyId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "signature": {
     "type": "string",
     "pattern": "^[A-Za-z0-9_-]{86,86}$",
     "maxLength": 86
    }
   },
   "required": [
    "keyId",
    "signature"
   ]
  }
 },
 "cross-border/returns.offer": {
  "service": "cross-border",
  "method": "POST",
  "path": "/returns/{id}/offers",
  "zh": "把本阶段移交给其他单位或人员",
  "en": "Offers the stage to another unit or person",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    },
    "toPerson": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "cross-border/returns.accept": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/offers/{offerId}/acceptance",
  "zh": "接收移交,从此负责",
  "en": "Accepts the offer and answers from now on",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "cross-border/returns.giveBack": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/offers/{offerId}/return",
  "zh": "退回移交并说明理由",
  "en": "Returns the offer with a reason",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "not-our-jurisdiction",
      "dossier-incomplete",
      "no-capacity",
      "conflict-of-interest",
      "duplicate",
      "not-competent"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "cross-border/returns.withdraw": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/returns/{id}/stage-requests/{requestId}/withdrawal",
  "zh": "撤回无人接收的请求",
  "en": "Withdraws a request that nobody has taken",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-unit",
      "asked-twice",
      "not-needed"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "cross-border/attachments.announce": {
  "service": "cross-border",
  "method": "POST",
  "path": "/attachments",
  "zh": "登记附件,随后上传",
  "en": "Announces a file, which is brought afterwards",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "recordId": {
     "type": "string",
     "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
     "maxLength": 36
    },
    "kind": {
     "type": "string",
     "enum": [
      "identity-document",
      "medical-record",
      "forensic-report",
      "photograph",
      "statement",
      "decision-document",
      "travel-document",
      "correspondence",
      "other-document"
     ]
    },
    "mediaType": {
     "type": "string",
     "enum": [
      "application/pdf",
      "image/jpeg",
      "image/png"
     ]
    },
    "bytes": {
     "type": "integer",
     "minimum": 1,
     "maximum": 10485760
    },
    "digest": {
     "type": "string",
     "pattern": "^[0-9a-f]{64}$",
     "maxLength": 64
    },
    "number": {
     "type": "string",
     "pattern": "^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$",
     "maxLength": 40
    },
    "hasOriginal": {
     "type": "boolean"
    }
   },
   "required": [
    "recordId",
    "kind",
    "mediaType",
    "bytes",
    "digest",
    "hasOriginal"
   ]
  }
 },
 "cross-border/attachments.withdraw": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/attachments/{id}/withdrawal",
  "zh": "撤回附件,已保存的仍留存",
  "en": "Withdraws a file; what was kept stays",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "reason": {
     "type": "string",
     "enum": [
      "wrong-file",
      "wrong-case",
      "unreadable",
      "superseded",
      "obtained-unlawfully"
     ]
    }
   },
   "required": [
    "reason"
   ]
  }
 },
 "cross-border/attachments.bring": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/attachments/{id}/content",
  "zh": "上传已登记的附件",
  "en": "Brings the file that was announced",
  "body": null
 },
 "cross-border/attachments.offerOriginal": {
  "service": "cross-border",
  "method": "POST",
  "path": "/attachments/{id}/original-offers",
  "zh": "移交原件",
  "en": "Offers the original to another unit; until it is accepted the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    },
    "toUnit": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "maxLength": 48
    }
   },
   "required": [
    "toUnit"
   ]
  }
 },
 "cross-border/attachments.acceptOriginal": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/acceptance",
  "zh": "接收原件",
  "en": "Takes the original from the holder",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 },
 "cross-border/attachments.declineOriginal": {
  "service": "cross-border",
  "method": "PUT",
  "path": "/attachments/{id}/original-offers/{offerId}/return",
  "zh": "不接收原件",
  "en": "Does not take the original; the holder keeps it",
  "body": {
   "type": "object",
   "properties": {
    "occurredAt": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$",
     "maxLength": 29
    }
   },
   "required": []
  }
 }
};
