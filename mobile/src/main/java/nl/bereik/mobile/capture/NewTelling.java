package nl.bereik.mobile.capture;

import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;

/** What a form tells of a contact, given the item that will tell it: a note is bound to that. */
@FunctionalInterface
public interface NewTelling {
    ContactMoment under(UUID opId);
}
