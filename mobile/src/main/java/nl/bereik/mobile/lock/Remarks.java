package nl.bereik.mobile.lock;

import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.lock.PinPad.Remark;

final class Remarks {
    private Remarks() {}

    static Remark about(RuntimeException failure) {
        if (!(failure instanceof JournalException journal)) {
            return Remark.DISK_FAILED;
        }
        return switch (journal.reason()) {
            case WRONG_PIN -> Remark.WRONG_PIN;
            case WAIT -> Remark.NONE;
            case ERASED -> Remark.ERASED;
            case IN_USE -> Remark.IN_USE;
            case KEY_DAMAGED -> Remark.KEY_DAMAGED;
            case NEWER_VERSION -> Remark.NEWER_VERSION;
            case DISK_FULL -> Remark.DISK_FULL;
            case DISK_FAILED -> Remark.DISK_FAILED;
        };
    }
}
