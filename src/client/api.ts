// Made of the description by `CLIENT=write npx vitest run test/client.test.ts`. Read the diff; change the description.

export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may do. */
        get: operations["getSession"];
        put?: never;
        /** Signs somebody of the house in. The session is a cookie that opens every operation their role may ask. */
        post: operations["signIn"];
        /** Signs out: the cookie opens nothing more. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one can sign in to the house of this host. */
        get: operations["getSignInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link that sets a new password to whoever has an account of that address; the answer is the same where nobody has. */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password with the token of a mailed link, which works once. All that was opened with the old one ends. */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new key for an authenticator. Nothing is kept before a code made with it was shown. */
        post: operations["proposeTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on signing in takes a code, too. Answers recovery codes, in place of those there were. */
        post: operations["enableTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/two-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on the password is enough. Takes the password once more. */
        post: operations["disableTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new key for the authenticator of whoever has an account. Nothing is kept before a code made with it was shown. */
        post: operations["proposeTwoFactorOfAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on signing in with the account takes a code, too, through whichever door. Answers recovery codes. */
        post: operations["enableTwoFactorOfAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/two-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on the password of the account is enough. Takes a last code, or a recovery code. */
        post: operations["disableTwoFactorOfAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks at database, mail server, sender domain, clock, disk and public address now, and says how to mend what it finds. Takes seconds. */
        get: operations["examineInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calendars, oldest first. */
        get: operations["listCalendars"];
        put?: never;
        /** Makes a calendar. Without a zone it has that of the house. */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One calendar. */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a calendar. Events that there are keep their zone and their organizer. */
        patch: operations["updateCalendar"];
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events in the order they begin in, drafts and cancelled ones among them. */
        get: operations["listEvents"];
        put?: never;
        /** Makes an event: a draft, unless it is to be published at once. */
        post: operations["createEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event. */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes an event. People are told of another title, place or time, and of nothing else. */
        patch: operations["updateEvent"];
        trace?: never;
    };
    "/api/v1/events/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a draft visible, and mails everybody who has a seat at it. A repeat does nothing. */
        post: operations["publishEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an event a draft again that nobody has a seat at. */
        post: operations["unpublishEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a draft like an event at another time, with its ticket types, whose sales move by as much, and nobody in it. */
        post: operations["copyEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calls an event off and tells everybody who has a seat. A repeat tells nobody, and answers the same change. */
        post: operations["cancelEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/reschedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves an event and tells everybody who has a seat. The same times again tell nobody. */
        post: operations["rescheduleEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event's picture. */
        get: operations["getEventImage"];
        /** Gives an event a picture in place of the one before: PNG, JPEG, GIF or WebP, as its bytes say, at most 2 MiB. */
        put: operations["setEventImage"];
        post?: never;
        /** Takes the picture of that size away. */
        delete: operations["deleteEventImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/ticket-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ticket types of an event, hidden ones too, in the order they are shown in. */
        get: operations["listTicketTypes"];
        put?: never;
        /** Gives an event one more ticket type, and offers its tickets to whoever waits. */
        post: operations["createTicketType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/ticket-types/{typeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket type. */
        get: operations["getTicketType"];
        put?: never;
        post?: never;
        /** Removes a ticket type that nobody ever took. */
        delete: operations["deleteTicketType"];
        options?: never;
        head?: never;
        /** Changes a ticket type. Tickets that there are keep what they cost, and nobody is mailed but who is offered a seat. */
        patch: operations["updateTicketType"];
        trace?: never;
    };
    "/api/v1/events/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an event, newest first. */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change. */
        get: operations["getChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/attendees/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seats a whole list of people, all who are not there yet or nobody, and mails them that in the same commit.
         * @description At most 10000 rows. All are checked first; where one is wrong nothing changes, and the answer names row and column.
         */
        post: operations["importAttendees"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/attendees.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All who attend an event, as a spreadsheet reads it; what an import takes can be given back to one. */
        get: operations["exportAttendees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/call-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom no mail reaches any more by itself: name, telephone, and why.
         * @description As JSON in pages, or whole as CSV, where `Accept: text/csv` or `format=csv` asks for it.
         */
        get: operations["getCallList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}/notices.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a change was to tell, and what became of that: the proof of it, as a spreadsheet reads it. */
        get: operations["exportNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/attendees/{attendeeId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails an attendee their seat as it stands again: the ticket or invitation, or that it is off. */
        post: operations["resendToAttendee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/resends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails everybody whom the latest of an event has not reached, and will not by itself, their seat as it stands again. */
        post: operations["resendToAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/attendees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who attends an event, in the order they got their seats, and what each knows of its latest. */
        get: operations["listAttendees"];
        put?: never;
        /** Seats somebody at an event, and mails them that in the same commit. */
        post: operations["addAttendee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/attendees/{attendeeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One attendee, there or removed. */
        get: operations["getAttendee"];
        put?: never;
        post?: never;
        /** Takes their seat back. They are told, and it is offered to whoever waits for one. */
        delete: operations["removeAttendee"];
        options?: never;
        head?: never;
        /** Corrects an attendee. At a new address they are mailed their seat as it stands; the old one is told nothing more. */
        patch: operations["correctAttendee"];
        trace?: never;
    };
    "/api/v1/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the holder of a code in, once. Mails nobody. */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a check-in back: its code lets in again. */
        delete: operations["undoCheckIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many hold a seat at an event, and how many of them have come. */
        get: operations["countCheckIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails the organizer’s words to those of an event, each address once. Changes nothing about the event. */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys that were not revoked, oldest first, with when they were used last. */
        get: operations["listApiKeys"];
        put?: never;
        /** Makes a key for a program. Its secret is shown here and never again. */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One key. */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /** A key opens nothing from now on, by neither of its secrets. */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a key another secret; for a while both open, so that the program can be given the new one in peace. */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the house is called, where it is, how it writes and by which hosts it is reached. */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is named of it; counts from the next request on. Events that were made keep their organizer’s mailbox. */
        patch: operations["updateTenant"];
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the house has decided: each setting with its value, its preset, what it does and what it may be. */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Decides those that are named, all of them or none; counts from the next request on. */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is of the house, oldest first. */
        get: operations["listPeople"];
        put?: never;
        /** Takes somebody into the house; they are mailed a link that sets their password, good for a week. */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /** Takes somebody out of the house and signs them out. What they did stays in the histories; who is a customer as well stays one. */
        delete: operations["removePerson"];
        options?: never;
        head?: never;
        /** Changes what is named of somebody. Who may do less than before is signed out. */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/api/v1/people/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has somebody set a new password: the old one opens nothing more, they are signed out, and mailed a link. */
        post: operations["requirePasswordOfPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** For somebody who lost their device, once you are sure who asks: the password is enough again. */
        delete: operations["disableTwoFactorOfPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who comes, oldest first. */
        get: operations["listCustomers"];
        put?: never;
        /** Adds somebody, with the house’s zone and language where none of their own are given. Nobody is mailed. */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is named of somebody. Tickets they hold keep the address and the zone they were issued with. */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/api/v1/customers/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has somebody with an account set a new password: the old one opens nothing more, they are signed out, and mailed a link. */
        post: operations["requirePasswordOfCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that are mailed nothing more, because a server said they are none or the house did, newest first. */
        get: operations["listSuppressions"];
        put?: never;
        /** Mails an address nothing more. What waits for it is not sent either, and stands as suppressed. */
        post: operations["addSuppression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Has an address mailed again: what is planned from now on. */
        delete: operations["removeSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept of a person, by their address. That somebody asked is written down. */
        get: operations["getPersonData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes names, addresses and all else that is kept of a person out, for good. Sums and proofs stay without them. */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, when and from where, newest first: sign-ins, keys, settings, people, exports, erasures. */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger: one row for each notice and recipient, newest first. */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with every attempt to hand it over. */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/unreached": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who does not know an event’s latest state yet, and why. */
        get: operations["listUnreached"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first. */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its lines and the tickets they became. */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/mark-paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The money is there: the held seats become tickets, which are mailed. A repeat issues nothing twice. */
        post: operations["markOrderPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the held seats of an order that waits for payment back at once, to whoever waits for them. */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes how many seats an event has. New ones are offered to whoever waits. */
        patch: operations["setEventCapacity"];
        trace?: never;
    };
    "/api/v1/events/{id}/ticket-types/{typeId}/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes how many tickets of a type there can be, within what the event has. */
        patch: operations["setTicketTypeCapacity"];
        trace?: never;
    };
    "/api/v1/events/{id}/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in line for a seat, first come first; of other states where they are named. */
        get: operations["listWaitlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/waitlist/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes somebody out of the line; a seat that was held for them is offered to the next. */
        delete: operations["removeFromWaitlist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All webhooks, oldest first. */
        get: operations["listWebhooks"];
        put?: never;
        /** Adds a webhook. What happened before is not told. */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook. */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Removes a webhook and what was still to be sent to it. */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Changes a webhook; what is left out stays. A paused one is sent later what happens meanwhile, a disabled one never. */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a webhook another secret; the old one signs nothing more. */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the latest messages, newest first, at most 200. */
        get: operations["listWebhookMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message with its latest tries: what was sent, and what came back. */
        get: operations["getWebhookMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends one message that tells of no event, once. What came back stands in the message it answers the id of. */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends again what came after one message, each under its own id, at most 1,000. */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            /**
             * @description A person who is signed in, or a program by its key.
             * @enum {string}
             */
            kind: "person" | "key";
            tenant: {
                id: number;
                name: string;
            };
            /** @description Null: a key. */
            person: {
                id: number;
                email: string;
                name: string;
                /** @enum {string|null} */
                role: "administrator" | "organizer" | "front_desk" | null;
                two_factor: boolean;
            } | null;
            /** @description What they may do. */
            scopes: ("events:read" | "events:write" | "attendees:read" | "attendees:write" | "check-ins:write" | "notices:read" | "notices:write" | "people:read" | "people:write" | "orders:read" | "orders:write" | "webhooks:read" | "webhooks:write" | "admin")[];
            /** @description Of which calendars; null: of all. */
            calendar_ids: number[] | null;
            /**
             * Format: date-time
             * @description When they have to sign in again at the latest; null: a key.
             * @example 2030-05-01T14:00:00Z
             */
            ends_at: string | null;
        };
        Problem: {
            /** @example urn:adjourn:problem:not-found */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Each parameter that cannot be read, and what to send instead. */
            parameters?: {
                name: string;
                reason: string;
            }[];
            /** @description Of a list: the first 100 cells that cannot be read, and what to write instead. The headings are row 1. */
            rows?: {
                row: number;
                column: string;
                reason: string;
            }[];
            /** @description How many such cells there are. */
            faults?: number;
            /**
             * @description The scope that is missing.
             * @enum {string}
             */
            scope?: "events:read" | "events:write" | "attendees:read" | "attendees:write" | "check-ins:write" | "notices:read" | "notices:write" | "people:read" | "people:write" | "orders:read" | "orders:write" | "webhooks:read" | "webhooks:write" | "admin";
            /** @description Sets a new password at /api/v1/password-resets/{token}, once, within an hour. */
            reset_token?: string;
            /** @description By which the log knows the request; also in the header x-request-id. */
            request_id: string;
        };
        SignIn: {
            /** @example admin@example.org */
            email: string;
            /** Format: password */
            password: string;
            /**
             * @description Of the authenticator, or a recovery code.
             * @default
             * @example 123456
             */
            code?: string;
        };
        SignInWays: {
            /** @description The house of this host. */
            tenant: {
                name: string;
            };
            password: boolean;
            /** @description Whether /auth/oidc/start leads to an identity provider. */
            provider: boolean;
        };
        PasswordReset: {
            /** @example admin@example.org */
            email: string;
        };
        NewPassword: {
            /**
             * Format: password
             * @description At least 8 characters.
             */
            password: string;
        };
        TwoFactorProposal: {
            /** @description In base32, to type. */
            key: string;
            /**
             * @description To scan as a QR code.
             * @example otpauth://totp/Harbour%20Loft:admin%40example.org?secret=…
             */
            uri: string;
        };
        RecoveryCodes: {
            /** @description Each opens once in place of a lost authenticator. Shown here and never again. */
            recovery_codes: string[];
        };
        TwoFactorConfirmation: {
            key: string;
            /** @example 123456 */
            code: string;
        };
        PasswordProof: {
            /** Format: password */
            password: string;
        };
        AccountProof: {
            /** @example mina@example.org */
            email: string;
            /** Format: password */
            password: string;
            /**
             * @description Of the second factor there is, or a recovery code.
             * @default
             */
            code?: string;
        };
        AccountConfirmation: {
            /** @example mina@example.org */
            email: string;
            /** Format: password */
            password: string;
            /**
             * @description Of the second factor there is, or a recovery code.
             * @default
             */
            code?: string;
            key: string;
            /**
             * @description Made with the new key.
             * @example 123456
             */
            new_code: string;
        };
        DoctorReport: {
            checks: {
                /** @example sender domains */
                check: string;
                /**
                 * @example {
                 *       "domains": "harbour.example"
                 *     }
                 */
                facts: {
                    [key: string]: string | number | boolean;
                };
                findings: components["schemas"]["Finding"][];
            }[];
        };
        Finding: {
            /**
             * @description What it is; stable.
             * @example spf_missing
             */
            name: string;
            /**
             * @description A fault does not work, or soon will not; a warning works, and worse than it could.
             * @enum {string}
             */
            severity: "fault" | "warning";
            /** @example harbour.example has no SPF record. */
            says: string;
            /** @example Publish a TXT record `v=spf1 …` that names the servers that send for this domain. */
            mend: string;
        };
        CalendarPage: {
            data: components["schemas"]["Calendar"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Calendar: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            /** @example Roof */
            name: string;
            /** @example Europe/Madrid */
            zone: string;
            /** @description Who runs what is in it, unless an event says otherwise. */
            organizer_name: string | null;
            /** @description Where answers to the mails of those events go. */
            reply_to: string | null;
            schedule: components["schemas"]["WeeklySchedule"];
        };
        /** @description Null: it cannot be booked. */
        WeeklySchedule: {
            /**
             * Format: uuid
             * @description As other doors name it.
             */
            id: string;
            open: components["schemas"]["OpenBlocks"];
            /** @example 30 */
            slot_minutes: number;
            /** @description Between two slots. */
            gap_minutes: number;
            /** @description Slots offered of one day at most; null: all of them. */
            max_per_day: number | null;
        } | null;
        /** @description On the clocks of the calendar. A day that is not named is closed. */
        OpenBlocks: {
            monday?: components["schemas"]["OpenBlock"][];
            tuesday?: components["schemas"]["OpenBlock"][];
            wednesday?: components["schemas"]["OpenBlock"][];
            thursday?: components["schemas"]["OpenBlock"][];
            friday?: components["schemas"]["OpenBlock"][];
            saturday?: components["schemas"]["OpenBlock"][];
            sunday?: components["schemas"]["OpenBlock"][];
        };
        OpenBlock: {
            /** @example 09:30 */
            start: string;
            /** @example 09:30 */
            end: string;
        };
        /**
         * @example {
         *       "name": "Roof",
         *       "zone": "Europe/Madrid",
         *       "organizer_name": "Mina",
         *       "reply_to": "mina@example.com"
         *     }
         */
        NewCalendar: {
            /** @example Roof */
            name: string;
            /**
             * @description Of events made in it from now on, and of whoever has none of their own.
             * @example Europe/Madrid
             */
            zone?: string;
            /** @example Mina */
            organizer_name?: string | null;
            /**
             * Format: email
             * @example kenji@example.net
             */
            reply_to?: string | null;
            schedule?: components["schemas"]["WeeklyScheduleInput"];
        };
        WeeklyScheduleInput: {
            open: components["schemas"]["OpenBlocks"];
            /** @example 30 */
            slot_minutes: number;
            /**
             * @description Between two slots.
             * @default 0
             */
            gap_minutes?: number;
            /**
             * @description Slots offered of one day at most; null: all of them.
             * @default null
             */
            max_per_day?: number | null;
        } | null;
        /**
         * @description What is absent stays.
         * @example {
         *       "name": "Roof and hall"
         *     }
         */
        CalendarChange: {
            /** @example Roof */
            name?: string;
            /**
             * @description Of events made in it from now on, and of whoever has none of their own.
             * @example Europe/Madrid
             */
            zone?: string;
            /** @example Mina */
            organizer_name?: string | null;
            /**
             * Format: email
             * @example kenji@example.net
             */
            reply_to?: string | null;
            schedule?: components["schemas"]["WeeklyScheduleInput"];
        };
        EventPage: {
            data: components["schemas"]["Event"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Event: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            /** @description Counts committed changes; its ETag. */
            revision: number;
            /**
             * @description meeting: people are invited, and share one entry in their calendars; ticketed: people take tickets, each an entry of its own.
             * @enum {string}
             */
            kind: "meeting" | "ticketed";
            /**
             * @description draft: nobody sees it, and nobody is mailed of it.
             * @enum {string}
             */
            status: "draft" | "scheduled" | "cancelled";
            calendar_id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            calendar_public_id: string;
            /** @example Harbour walk */
            title: string;
            short_description: string;
            description: string;
            /** @example Pier 3 */
            location: string | null;
            venue_address: string | null;
            /** @example Europe/Madrid */
            zone: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            starts_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            ends_at: string;
            /** @example Mina */
            organizer_name: string;
            reply_to: string | null;
            /** @description Null: no limit. */
            capacity: number | null;
            seats_taken: number;
            /** @description By unpaid orders and standing offers. */
            seats_held: number;
            /** @description It has a page; a draft gets one when it is published. */
            public: boolean;
            /**
             * Format: date-time
             * @description Since when it has its page.
             * @example 2030-05-01T14:00:00Z
             */
            published_at: string | null;
            /**
             * @description Who may read its page.
             * @enum {string}
             */
            open_to: "everyone" | "signed_in" | "members" | "contacts";
            waiting_list: boolean;
            categories: string[];
            featured: boolean;
            show_in_home_page: boolean;
            allow_comments: boolean;
            show_attendees: boolean;
            /** @description Its mails carry links that cancel and move it. */
            attendee_links: boolean;
            has_image: boolean;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            cancelled_at: string | null;
            cancel_reason: string | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "calendar_id": 1,
         *       "title": "Harbour walk",
         *       "location": "Pier 3",
         *       "starts_at": "2030-05-01T14:00:00Z",
         *       "ends_at": "2030-05-01T15:00:00Z",
         *       "capacity": 20,
         *       "public": true,
         *       "waiting_list": true
         *     }
         */
        NewEvent: {
            /**
             * @description meeting: people are invited, and share one entry in their calendars; ticketed: people take tickets, each an entry of its own.
             * @default ticketed
             * @enum {string}
             */
            kind?: "meeting" | "ticketed";
            /** @description The number of a calendar, or its public UUID. */
            calendar_id: number | string;
            /** @example Harbour walk */
            title: string;
            /** @example Along the piers, an hour */
            short_description?: string;
            /** @example We meet at the blue door. */
            description?: string;
            /** @example Pier 3 */
            location?: string | null;
            /** @example Moll de la Fusta 3, Barcelona */
            venue_address?: string | null;
            /** @example Mina */
            organizer_name?: string;
            /**
             * Format: email
             * @example kenji@example.net
             */
            reply_to?: string | null;
            public?: boolean;
            /** @enum {string} */
            open_to?: "everyone" | "signed_in" | "members" | "contacts";
            waiting_list?: boolean;
            /** @description By title; one that there is none of is made. */
            categories?: string[];
            featured?: boolean;
            show_in_home_page?: boolean;
            allow_comments?: boolean;
            show_attendees?: boolean;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            starts_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            ends_at: string;
            /**
             * @description Unless told, the calendar's.
             * @example Europe/Madrid
             */
            zone?: string;
            /**
             * @description Null: no limit.
             * @default null
             */
            capacity?: number | null;
            /** @default false */
            attendee_links?: boolean;
            /**
             * @description Of a meeting; mailed once it is published.
             * @default []
             */
            invitees?: components["schemas"]["Invitee"][];
            /**
             * @description At once; else it is a draft.
             * @default false
             */
            publish?: boolean;
        };
        Invitee: {
            /**
             * Format: email
             * @example kenji@example.net
             */
            email: string;
            /** @example Noor */
            name?: string | null;
            /**
             * @description Null: the calendar's, and the mail says so.
             * @example Europe/Madrid
             */
            zone?: string | null;
            /** @default null */
            language?: string | null;
            /**
             * @default attendee
             * @enum {string}
             */
            role?: "organizer" | "attendee";
        };
        /**
         * @description What is absent stays.
         * @example {
         *       "location": "Pier 4",
         *       "reason": "Pier 3 is being mended"
         *     }
         */
        EventChange: {
            /** @example Harbour walk */
            title?: string;
            /** @example Along the piers, an hour */
            short_description?: string;
            /** @example We meet at the blue door. */
            description?: string;
            /** @example Pier 3 */
            location?: string | null;
            /** @example Moll de la Fusta 3, Barcelona */
            venue_address?: string | null;
            /** @example Mina */
            organizer_name?: string;
            /**
             * Format: email
             * @example kenji@example.net
             */
            reply_to?: string | null;
            public?: boolean;
            /** @enum {string} */
            open_to?: "everyone" | "signed_in" | "members" | "contacts";
            waiting_list?: boolean;
            /** @description By title; one that there is none of is made. */
            categories?: string[];
            featured?: boolean;
            show_in_home_page?: boolean;
            allow_comments?: boolean;
            show_attendees?: boolean;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            starts_at?: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            ends_at?: string;
            /** @example Europe/Madrid */
            zone?: string;
            /**
             * @description In your words; mailed to whoever hears of it, and kept in the history.
             * @example The roof leaks
             */
            reason?: string | null;
        };
        PublishedEvent: components["schemas"]["Event"] & {
            /** @description How many people are owed a notice by it. */
            notices: number;
        };
        /**
         * @description Without an end it lasts as long as the original.
         * @example {
         *       "starts_at": "2030-06-05T14:00:00Z"
         *     }
         */
        EventCopy: {
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            starts_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            ends_at?: string;
            /** @example Harbour walk */
            title?: string;
        };
        Cancellation: {
            /** @enum {string} */
            outcome: "cancelled" | "already_cancelled";
            /** @description In the history; null where it came into the database without our doing. */
            change_id: number | null;
            event_id: number;
            /** @description Of the event, after it. */
            revision: number;
            /** @description How many people are owed a notice by this request; a repeat owes none. */
            notices: number;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            cancelled_at: string;
            reason: string | null;
        };
        /**
         * @example {
         *       "reason": "The roof leaks",
         *       "message": "Your money is on its way back."
         *     }
         */
        NewCancellation: {
            /**
             * @description In your words; mailed to whoever hears of it, and kept in the history.
             * @default null
             * @example The roof leaks
             */
            reason?: string | null;
            /**
             * @description More words to the attendees, below the reason.
             * @default null
             * @example Your money is on its way back.
             */
            message?: string | null;
        };
        Reschedule: {
            /** @enum {string} */
            outcome: "rescheduled" | "unchanged";
            /** @description In the history; null where it came into the database without our doing. */
            change_id: number | null;
            event_id: number;
            /** @description Of the event, after it. */
            revision: number;
            /** @description How many people are owed a notice by this request; a repeat owes none. */
            notices: number;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            starts_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            ends_at: string;
            zone: string;
        };
        /**
         * @example {
         *       "starts_at": "2030-05-02T14:00:00Z",
         *       "ends_at": "2030-05-02T15:00:00Z",
         *       "reason": "The roof leaks"
         *     }
         */
        NewReschedule: {
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            starts_at: string;
            /**
             * Format: date-time
             * @description Unless told, it lasts as long as before.
             * @example 2030-05-01T14:00:00Z
             */
            ends_at?: string;
            /**
             * @description Where its clocks are; unless told, where they were.
             * @example Europe/Madrid
             */
            zone?: string;
            /**
             * @description In your words; mailed to whoever hears of it, and kept in the history.
             * @default null
             * @example The roof leaks
             */
            reason?: string | null;
            /**
             * @description More words to the attendees, below the reason.
             * @default null
             * @example Your money is on its way back.
             */
            message?: string | null;
        };
        TicketTypeList: {
            data: components["schemas"]["TicketType"][];
        };
        TicketType: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            event_id: number;
            /** @example Standard */
            name: string;
            description: string;
            /**
             * @description Decimal; 0.00 is free.
             * @example 12.50
             */
            price: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /** @description Null: limited by the event alone. */
            capacity: number | null;
            seats_taken: number;
            seats_held: number;
            max_per_attendee: number | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            sale_starts_at: string | null;
            /**
             * Format: date-time
             * @description Null: with the event.
             * @example 2030-05-01T14:00:00Z
             */
            sale_ends_at: string | null;
            display_order: number;
            hidden: boolean;
            /**
             * @description Who may take it.
             * @enum {string}
             */
            open_to: "everyone" | "signed_in" | "members" | "contacts";
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            updated_at: string;
        };
        TicketTypeResult: components["schemas"]["TicketType"] & {
            /** @description How many who waited are offered a seat by this. */
            offered: number;
        };
        /**
         * @example {
         *       "name": "Standard",
         *       "price": "12.50",
         *       "capacity": 100
         *     }
         */
        NewTicketType: {
            /** @example Standard */
            name: string;
            /** @example With a drink */
            description?: string;
            /** @example 12.50 */
            price?: string;
            /**
             * @description Unless told, that of the house.
             * @example EUR
             */
            currency?: string;
            capacity?: number | null;
            max_per_attendee?: number | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            sale_starts_at?: string | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            sale_ends_at?: string | null;
            display_order?: number;
            hidden?: boolean;
            /** @enum {string} */
            open_to?: "everyone" | "signed_in" | "members" | "contacts";
        };
        /**
         * @description What is absent stays. A sale ends now where sale_ends_at is now.
         * @example {
         *       "hidden": true
         *     }
         */
        TicketTypeChange: {
            /** @example Standard */
            name?: string;
            /** @example With a drink */
            description?: string;
            /** @example 12.50 */
            price?: string;
            /**
             * @description Unless told, that of the house.
             * @example EUR
             */
            currency?: string;
            capacity?: number | null;
            max_per_attendee?: number | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            sale_starts_at?: string | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            sale_ends_at?: string | null;
            display_order?: number;
            hidden?: boolean;
            /** @enum {string} */
            open_to?: "everyone" | "signed_in" | "members" | "contacts";
        };
        ChangePage: {
            data: components["schemas"]["Change"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Change: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            event_id: number;
            /** @description The ticket it is about; null: the event itself. */
            ticket_id: number | null;
            /** @description Of the event, after it. */
            revision: number;
            /** @example event_rescheduled */
            kind: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            at: string;
            by: {
                /**
                 * @description What they showed: key, user, client, customer, account, token, or system.
                 * @example key
                 */
                kind: string;
                id: string;
                /**
                 * @description A person's name, a key's, a program's; else what they are.
                 * @example Front office
                 */
                name: string;
            };
            /**
             * @description v1, meetbit, nexudus, zyntro, mailed link, command line, or none: nobody asked for it.
             * @example v1
             */
            door: string;
            /** @description Door and request, as the log has them. */
            cause: string;
            /** @example The roof leaks */
            reason: string | null;
            /** @description What is another now; null where there was, or is, nothing. */
            fields: {
                /** @example starts_at */
                name: string;
                before?: unknown;
                after?: unknown;
            }[];
        };
        ImportedAttendees: {
            added: number;
            /** @description They attend already, or stand in the list before. */
            skipped: number;
            /** @description Mails that are owed by it. */
            notices: number;
            /** @description Headings that say nothing to us. */
            ignored_columns: string[];
            dry_run: boolean;
        };
        AttendeeRows: {
            rows: {
                name?: string | number | null;
                first_name?: string | number | null;
                last_name?: string | number | null;
                email?: string | number | null;
                telephone?: string | number | null;
                zone?: string | number | null;
                language?: string | number | null;
                role?: string | number | null;
                ticket_type?: string | number | null;
                participation_status?: string | number | null;
            }[];
        };
        CallList: {
            data: {
                attendee_id: number;
                name: string | null;
                telephone: string | null;
                email: string | null;
                /** @enum {string} */
                why: "reached" | "nothing_owed" | "not_written" | "queued" | "sending" | "deferred" | "captured" | "bounced" | "suppressed" | "failed" | "no_address" | "not_planned";
                last_reply: string | null;
                /** @enum {string} */
                state: "attending" | "removed";
            }[];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Resent: {
            /** @description Mails that are owed by it. */
            planned: number;
            /** @description Have their mail under way, or will be tried again. */
            on_their_way: number;
            /** @description Were mailed again within the last minute: two clicks are one. */
            recently: number;
            no_address: number;
            /** @description Their address is mailed nothing more, until that is lifted or it is corrected. */
            suppressed: number;
        };
        ResendToAll: {
            /** @enum {string} */
            to: "not_reached";
        };
        AttendeePage: {
            data: components["schemas"]["Attendee"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Attendee: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            event_id: number;
            /** @enum {string} */
            state: "attending" | "removed";
            name: string | null;
            email: string | null;
            telephone: string | null;
            zone: string;
            /**
             * @description Where their zone was learnt.
             * @enum {string}
             */
            zone_source: "person" | "contact" | "calendar" | "tenant" | "fallback";
            language: string;
            /** @enum {string} */
            role: "attendee" | "organizer";
            /** @enum {string} */
            participation_status: "needs-action" | "accepted" | "declined" | "tentative";
            ticket_type_id: number | null;
            ticket_type: string | null;
            customer_id: number | null;
            /** @description Printed on their ticket; what a check-in names. */
            code: string;
            /**
             * @description What they know of the latest of the event: it reached them, nothing new was owed, or why they do not know it.
             * @enum {string}
             */
            reach: "reached" | "nothing_owed" | "not_written" | "queued" | "sending" | "deferred" | "captured" | "bounced" | "suppressed" | "failed" | "no_address" | "not_planned";
            /** @description The mail server's last words about that, or ours. */
            last_reply: string | null;
            /** @description Of the check-in that stands; null while they have not come. */
            check_in_id: number | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            checked_in_at: string | null;
            /**
             * Format: date-time
             * @description When their ticket was last mailed again.
             * @example 2030-05-01T14:00:00Z
             */
            resent_at: string | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            issued_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            updated_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            removed_at: string | null;
        };
        NewAttendee: {
            /** @example Mina */
            name?: string;
            /** @example mina@example.org */
            email?: string;
            /** @example +34 600 000 001 */
            telephone?: string;
            /**
             * @description Theirs; without it the calendar's is taken, and their mails say so.
             * @example Europe/Madrid
             */
            zone?: string;
            /** @example en */
            language?: string;
            /**
             * @default attendee
             * @enum {string}
             */
            role?: "attendee" | "organizer";
            /** @enum {string} */
            participation_status?: "needs-action" | "accepted" | "declined" | "tentative";
            ticket_type_id?: number | null;
            /**
             * @description False: they count as told, and nobody is mailed.
             * @default true
             */
            notify?: boolean;
        };
        AttendeeCorrection: {
            /** @example Mina */
            name?: string;
            /**
             * @description Is mailed their seat as it stands; the old address is told nothing more.
             * @example mina@example.org
             */
            email?: string;
            /** @example +34 600 000 001 */
            telephone?: string;
            /** @example Europe/Madrid */
            zone?: string;
            /** @example en */
            language?: string;
            /** @enum {string} */
            participation_status?: "needs-action" | "accepted" | "declined" | "tentative";
        };
        CheckedIn: {
            /**
             * @description checked_in: let them in. already: somebody came in with it; see when and by whom. cancelled: the seat was given back, or the event is off. other_event: it is for another.
             * @enum {string}
             */
            outcome: "checked_in" | "already" | "cancelled" | "other_event";
            attendee_id: number;
            event_id: number;
            event_title: string;
            name: string | null;
            ticket_type: string | null;
            /** @description What undoes it; null where nobody is let in. */
            check_in_id: number | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            checked_in_at: string | null;
            checked_in_by: {
                kind: string;
                id: string;
                name: string | null;
            } | null;
        };
        CheckIn: {
            /**
             * @description As it is printed; case, spaces and hyphens do not matter.
             * @example K7M2QX9B
             */
            code: string;
            /** @description The event whose door this is: codes of others are not let in. */
            event?: number;
        };
        Present: {
            event_id: number;
            /** @description How many hold one. */
            seats: number;
            /** @description How many of them have come. */
            checked_in: number;
        };
        SentMessage: {
            /** @description Its notices say what became of it: /changes/{id}/notices.csv, /deliveries?change= */
            change_id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            change_public_id: string;
            /** @description Addresses it is mailed to, each once. */
            recipients: number;
            /** @description How many have none. */
            no_address: number;
        };
        NewMessage: {
            /** @example Doors open at nine */
            subject: string;
            /**
             * @description Plain text; only https:// becomes a link.
             * @example Please come by the north gate.
             */
            text: string;
            /**
             * @description all: everybody with a seat. not_reached: whom the latest of the event has not reached. checked_in, not_checked_in: who has come, who has not. waiting: who is in the waiting list.
             * @enum {string}
             */
            to: "all" | "not_reached" | "checked_in" | "not_checked_in" | "waiting";
        };
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        ApiKey: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            /** @example Till at the door */
            name: string;
            /**
             * @example [
             *       "attendees:read",
             *       "check-ins:write"
             *     ]
             */
            scopes: ("events:read" | "events:write" | "attendees:read" | "attendees:write" | "check-ins:write" | "notices:read" | "notices:write" | "people:read" | "people:write" | "orders:read" | "orders:write" | "webhooks:read" | "webhooks:write" | "admin")[];
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Null: it does not end by itself.
             * @example 2030-05-01T14:00:00Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description To the minute; null: never.
             * @example 2030-05-01T14:00:00Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before the last rotation opens as well.
             * @example 2030-05-01T14:00:00Z
             */
            previous_secret_until: string | null;
        };
        ApiKeyWithSecret: components["schemas"]["ApiKey"] & {
            /**
             * @description Shown here and never again.
             * @example adj_5v3…
             */
            secret: string;
        };
        NewApiKey: {
            /**
             * @description What it is for.
             * @example Till at the door
             */
            name: string;
            /**
             * @description events:read unless told; none that you have not yourself.
             * @example [
             *       "attendees:read",
             *       "check-ins:write"
             *     ]
             */
            scopes?: ("events:read" | "events:write" | "attendees:read" | "attendees:write" | "check-ins:write" | "notices:read" | "notices:write" | "people:read" | "people:write" | "orders:read" | "orders:write" | "webhooks:read" | "webhooks:write" | "admin")[];
            /**
             * Format: date-time
             * @description When it ends by itself.
             * @example 2031-01-01T00:00:00Z
             */
            expires_at?: string;
        };
        ApiKeyRotation: {
            /**
             * @description How long the secret before opens as well; 24 unless told.
             * @example 24
             */
            overlap_hours?: number;
        };
        Tenant: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            /** @example Harbour Loft */
            name: string;
            /**
             * @description IANA; of whoever has none of their own.
             * @example Europe/Madrid
             */
            zone: string;
            /**
             * @description BCP 47; of whoever has no language of their own.
             * @example en
             */
            locale: string;
            /**
             * @description Where mails come from, and ORGANIZER of every event made from now on.
             * @example events@harbour-loft.example
             */
            sender_mailbox: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description The hosts that mean it; where there is one tenant alone, any host does.
             * @example [
             *       "loft.example.org"
             *     ]
             */
            hosts: string[];
        };
        TenantChanges: {
            /** @example Harbour Loft */
            name?: string;
            /**
             * @description IANA; of whoever has none of their own.
             * @example Europe/Madrid
             */
            zone?: string;
            /**
             * @description BCP 47; of whoever has no language of their own.
             * @example en
             */
            locale?: string;
            /**
             * @description Where mails come from, and ORGANIZER of every event made from now on.
             * @example events@harbour-loft.example
             */
            sender_mailbox?: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency?: string;
            /**
             * @description The hosts that mean it; where there is one tenant alone, any host does.
             * @example [
             *       "loft.example.org"
             *     ]
             */
            hosts?: string[];
        };
        Settings: {
            data: {
                /** @example offerHours */
                name: string;
                /**
                 * @description What counts now.
                 * @example 24
                 */
                value: boolean | number | string | string[] | null;
                /**
                 * @description What counts where nothing was decided.
                 * @example 24
                 */
                preset: boolean | number | string | string[] | null;
                decided: boolean;
                /** @example how long a seat is held for somebody who waited for it */
                does: string;
                /** @example 1 to 1000 */
                allowed: string;
            }[];
        };
        /**
         * @description By name; null: back to the preset.
         * @example {
         *       "offerHours": 12,
         *       "strictIds": null
         *     }
         */
        SettingChanges: {
            [key: string]: boolean | number | string | string[] | null;
        };
        PersonPage: {
            data: components["schemas"]["Person"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Person: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            /** @example omar@example.org */
            email: string;
            /** @example Omar */
            name: string;
            /**
             * @description Null: nothing here; another program’s role made them one of the staff.
             * @example organizer
             * @enum {string|null}
             */
            role: "administrator" | "organizer" | "front_desk" | null;
            /**
             * @description The calendars that an organizer runs.
             * @example [
             *       12
             *     ]
             */
            calendar_ids: number[];
            /** @description False: suspended, and cannot sign in. */
            active: boolean;
            /** @description False: was invited and has not set one. */
            has_password: boolean;
            must_reset_password: boolean;
            two_factor: boolean;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            last_signed_in_at: string | null;
            /** @description The latest mail about their account, and what became of it. */
            last_mail: {
                /** @enum {string} */
                kind: "invitation" | "password_reset" | "password_required";
                /** @example sent */
                state: string;
                /** @description The mail server's words. */
                reply: string | null;
            } | null;
        };
        NewPerson: {
            /**
             * Format: email
             * @example kenji@example.net
             */
            email: string;
            /** @example Omar */
            name: string;
            /**
             * @description administrator: everything. organizer: the events of some calendars. front_desk: who comes, checking them in, sending their ticket again.
             * @example organizer
             * @enum {string}
             */
            role: "administrator" | "organizer" | "front_desk";
            /**
             * @description The calendars that an organizer runs.
             * @default []
             * @example [
             *       12
             *     ]
             */
            calendar_ids?: number[];
        };
        PersonChanges: {
            /**
             * Format: email
             * @example kenji@example.net
             */
            email?: string;
            /** @example Omar */
            name?: string;
            /**
             * @description administrator: everything. organizer: the events of some calendars. front_desk: who comes, checking them in, sending their ticket again.
             * @example organizer
             * @enum {string}
             */
            role?: "administrator" | "organizer" | "front_desk";
            /**
             * @description The calendars that an organizer runs.
             * @example [
             *       12
             *     ]
             */
            calendar_ids?: number[];
            active?: boolean;
        };
        CustomerPage: {
            data: components["schemas"]["Customer"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Customer: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            /** @example Kenji */
            name: string;
            first_name: string | null;
            middle_name: string | null;
            last_name: string | null;
            email: string | null;
            phone: string | null;
            address: {
                [key: string]: string | null;
            };
            /**
             * @description IANA.
             * @example Asia/Tokyo
             */
            zone: string;
            language: string;
            active: boolean;
            member: boolean;
            /** @description Whether they can sign in to the portal. */
            has_account: boolean;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
        };
        NewCustomer: {
            /** @example Kenji */
            first_name?: string;
            /** @example Kenji */
            middle_name?: string;
            /** @example Kenji */
            last_name?: string;
            /**
             * Format: email
             * @description Null: there is nowhere to write to.
             * @example kenji@example.net
             */
            email?: string;
            /**
             * @description E.164.
             * @default null
             * @example +34911234567
             */
            phone?: string | null;
            /** @example Europe/Madrid */
            zone?: string;
            /**
             * @description What their mails are written in.
             * @example en
             * @enum {string}
             */
            language?: "en" | "de" | "es" | "fr";
        };
        CustomerChanges: {
            /** @example Kenji */
            name?: string;
            /** @example Kenji */
            first_name?: string;
            /** @example Kenji */
            middle_name?: string;
            /** @example Kenji */
            last_name?: string;
            /**
             * Format: email
             * @description Null: there is nowhere to write to.
             * @example kenji@example.net
             */
            email?: string;
            /**
             * @description E.164.
             * @example +34911234567
             */
            phone?: string | null;
            /** @example Europe/Madrid */
            zone?: string;
            /**
             * @description What their mails are written in.
             * @example en
             * @enum {string}
             */
            language?: "en" | "de" | "es" | "fr";
            active?: boolean;
            member?: boolean;
        };
        SuppressionPage: {
            data: components["schemas"]["Suppression"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Suppression: {
            /** @example kenji@example.net */
            address: string;
            /** @description The words of the server that refused it, or of the house. */
            reason: string;
            /** @description What was refused; null: the house itself wants nothing sent there. */
            delivery_id: number | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
        };
        NewSuppression: {
            /**
             * Format: email
             * @example kenji@example.net
             */
            address: string;
            /**
             * @default null
             * @example They asked for no mail.
             */
            reason?: string | null;
        };
        PersonData: {
            address: string;
            /** @description Addresses that were theirs before they were corrected. */
            also: string[];
            names: string[];
            /** @description Rows as they are kept, by what they are, without hashes and secrets. */
            kept: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        Erased: {
            seats_given_back: number;
            /**
             * @description How many of what was changed or deleted.
             * @example {
             *       "tickets": 3,
             *       "deliveries": 7
             *     }
             */
            counts: {
                [key: string]: number;
            };
        };
        Erasure: {
            /**
             * Format: email
             * @example kenji@example.net
             */
            address: string;
            /**
             * @description Give seats of events to come back first; nobody is told.
             * @default false
             */
            give_back_seats?: boolean;
        };
        AuditPage: {
            data: {
                id: number;
                /**
                 * Format: uuid
                 * @description Names it as well as its number does.
                 */
                public_id: string;
                /**
                 * Format: date-time
                 * @example 2030-05-01T14:00:00Z
                 */
                at: string;
                /** @description Who did it: a person of the house, a key, or the system; `name` is what their number is called now. */
                actor: {
                    /** @example user */
                    kind: string;
                    id: string;
                    name: string | null;
                };
                /** @enum {string} */
                action: "house_set_up" | "tenant_changed" | "setting_changed" | "person_invited" | "person_changed" | "person_removed" | "customer_created" | "customer_changed" | "signed_in" | "sign_in_refused" | "signed_out" | "password_reset_asked" | "password_required" | "password_set" | "two_factor_enabled" | "two_factor_disabled" | "recovery_code_used" | "key_created" | "key_changed" | "key_revoked" | "suppression_added" | "suppression_removed" | "exported" | "person_exported" | "person_erased" | "old_data_erased";
                /** @description What it was done to. */
                subject: {
                    /** @example person */
                    kind: string;
                    id: string;
                } | null;
                details: {
                    [key: string]: unknown;
                };
                /**
                 * @description From where: a /24 or /64; null from the command line.
                 * @example 192.0.2.0/24
                 */
                network: string | null;
                /** @description The door and the request. */
                cause: string;
            }[];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        DeliveryPage: {
            data: components["schemas"]["Delivery"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Delivery: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            change_id: number;
            event_id: number;
            /** @description Null where it is about a place in the waiting list, or the event alone. */
            ticket_id: number | null;
            /** @description The place in the waiting list it is about. */
            entry_id: number | null;
            /** @description Revision of the event that this notice tells of. */
            revision: number;
            /** @description SEQUENCE of its calendar part (RFC 5545 §3.8.7.4). */
            sequence: number;
            /** @example event_cancelled */
            purpose: string;
            /** @description 0, or which resend it is. */
            occurrence: number;
            /** @example email */
            channel: string;
            /** @description Null: a person without an address. */
            recipient: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "awaiting_retry" | "sent" | "captured" | "failed" | "bounced" | "aborted";
            attempts: number;
            /** @description The mail server's words, or why nothing was sent. */
            last_reply: string | null;
            /** @description It may have arrived, whatever the state says. */
            possibly_sent: boolean;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            due_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            finished_at: string | null;
            message_id: string;
            /** @description No two deliveries share it. */
            told_once_key: string;
        };
        DeliveryWithTries: components["schemas"]["Delivery"] & {
            tries: components["schemas"]["Attempt"][];
        };
        Attempt: {
            number: number;
            /** @enum {string} */
            outcome: "sent" | "captured" | "deferred" | "refused" | "lost" | "abandoned";
            reply: string | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            started_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            ended_at: string;
        };
        Reach: {
            event_id: number;
            /** @enum {string} */
            status: "draft" | "scheduled" | "cancelled";
            revision: number;
            /** @description Everybody concerned: `reached`, `nothing_owed` and all of `counts` add up to it. */
            people: number;
            /** @description People whose latest notice was handed over. */
            reached: number;
            /** @description People who needed no further notice: they knew already, or never knew at all. */
            nothing_owed: number;
            /** @description How many do not know yet, by why. */
            counts: {
                not_written: number;
                queued: number;
                sending: number;
                deferred: number;
                captured: number;
                bounced: number;
                suppressed: number;
                failed: number;
                no_address: number;
                not_planned: number;
            };
            /** @description A page of those in `counts`, in the order of their tickets; before them who is in the waiting list. */
            unreached: {
                /** @description Null: somebody in the waiting list. */
                ticket_id: number | null;
                /** @description Their place in the waiting list; null where it is about a ticket. */
                entry_id: number | null;
                /** @description Null: a person without an address. */
                recipient: string | null;
                /**
                 * @description Of whoever has the seat or the place; null of an address that the ticket was sent to besides.
                 * @example Mina
                 */
                name: string | null;
                /** @enum {string} */
                why: "not_written" | "queued" | "sending" | "deferred" | "captured" | "bounced" | "suppressed" | "failed" | "no_address" | "not_planned";
                /** @description Null: nothing was planned for them. */
                purpose: string | null;
                /** @description Null until their notice is written, and so are the following. */
                delivery_id: number | null;
                /** @enum {string|null} */
                state: "queued" | "sending" | "awaiting_retry" | "sent" | "captured" | "failed" | "bounced" | "aborted" | null;
                attempts: number | null;
                /** @description The mail server's words, or why nothing was sent. */
                last_reply: string | null;
                /**
                 * Format: date-time
                 * @example 2030-05-01T14:00:00Z
                 */
                due_at: string | null;
            }[];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        OrderPage: {
            data: components["schemas"]["Order"][];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        Order: {
            id: number;
            /**
             * Format: uuid
             * @description Names it as well as its number does.
             */
            public_id: string;
            /**
             * @description pending: its seats are held and it waits for payment. expired: nobody paid in time.
             * @enum {string}
             */
            state: "pending" | "settled" | "expired" | "cancelled";
            customer_id: number;
            customer_name: string;
            customer_email: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description Decimal.
             * @example 25.00
             */
            total: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When a pending order gives its seats back.
             * @example 2030-05-01T14:00:00Z
             */
            due_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            finished_at: string | null;
        };
        OrderWithLines: components["schemas"]["Order"] & {
            lines: {
                number: number;
                event_id: number;
                ticket_type_id: number;
                /** @example 12.50 */
                price: string;
                holder_name: string | null;
                holder_email: string;
                /** @description Null until it is issued. */
                ticket_id: number | null;
            }[];
        };
        Capacity: {
            capacity: number | null;
            /** @description How many who waited are offered a seat by this change. */
            offered: number;
        };
        CapacityChange: {
            /** @description Null: no limit. */
            capacity: number | null;
        };
        WaitlistPage: {
            data: {
                id: number;
                /**
                 * Format: uuid
                 * @description Names it as well as its number does.
                 */
                public_id: string;
                /**
                 * @description offered: a seat is held for them until `offered_until`.
                 * @enum {string}
                 */
                state: "waiting" | "offered" | "taken" | "expired" | "declined" | "withdrawn";
                /** @description 1 is next; null for whoever does not wait. */
                position: number | null;
                customer_id: number | null;
                name: string | null;
                email: string;
                /** @description The type asked for; null: any. */
                ticket_type_id: number | null;
                /** @description Of what the held seat is, or was. */
                offered_type_id: number | null;
                /**
                 * Format: date-time
                 * @example 2030-05-01T14:00:00Z
                 */
                offered_until: string | null;
                /**
                 * Format: date-time
                 * @example 2030-05-01T14:00:00Z
                 */
                joined_at: string;
            }[];
            /** @description Give it as `cursor` for the following page; null on the last. */
            next_cursor: string | null;
        };
        WebhookList: {
            data: components["schemas"]["Webhook"][];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            /**
             * @description Whose form the messages have; `standard` is Standard Webhooks.
             * @enum {string}
             */
            dialect: "meetbit" | "zyntro" | "standard";
            name: string;
            url: string;
            topics: ("created" | "updated" | "rescheduled" | "moved" | "cancelled")[];
            /** @enum {string} */
            status: "active" | "paused" | "disabled";
            timeout_seconds: number;
            /** @description Failed tries since the last success. */
            failure_count: number;
            /** @description HTTP status of the last try; null: none, or no answer came. */
            last_status: number | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            last_tried_at: string | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            updated_at: string;
        };
        WebhookWithSecret: components["schemas"]["Webhook"] & {
            /** @description Signs the messages. Shown here and never again. */
            secret: string;
        };
        NewWebhook: {
            /**
             * @description At most 100 characters on one line, some of which can be seen.
             * @example CRM
             */
            name: string;
            /**
             * @description https, on the public internet; in the demo, for the dialect `standard`, also on this machine.
             * @example https://crm.example.net/hook
             */
            url: string;
            /** @description What it is told of; `moved` is any change of time, `rescheduled` a move alone. */
            topics: ("created" | "updated" | "rescheduled" | "moved" | "cancelled")[];
            /**
             * @default meetbit
             * @enum {string}
             */
            dialect?: "meetbit" | "zyntro" | "standard";
        };
        WebhookChanges: {
            /**
             * @description At most 100 characters on one line, some of which can be seen.
             * @example CRM
             */
            name?: string;
            /**
             * @description https, on the public internet; in the demo, for the dialect `standard`, also on this machine.
             * @example https://crm.example.net/hook
             */
            url?: string;
            /** @description What it is told of; `moved` is any change of time, `rescheduled` a move alone. */
            topics?: ("created" | "updated" | "rescheduled" | "moved" | "cancelled")[];
            /** @enum {string} */
            status?: "active" | "paused" | "disabled";
        };
        WebhookDeliveryList: {
            data: components["schemas"]["WebhookDelivery"][];
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description As the receiver sees it in X-Webhook-Id (`webhook-id` in our own form), the same for every try.
             */
            id: string;
            /** @description null: a test, which tells of no change and of no event. */
            change_id: number | null;
            event_id: number;
            topics: ("created" | "updated" | "rescheduled" | "moved" | "cancelled")[];
            /** @enum {string} */
            state: "queued" | "sending" | "awaiting_retry" | "delivered" | "failed";
            attempts: number;
            last_status: number | null;
            last_error: string | null;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            due_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2030-05-01T14:00:00Z
             */
            finished_at: string | null;
        };
        WebhookDeliveryWithTries: components["schemas"]["WebhookDelivery"] & {
            /** @description The latest 20, oldest first. */
            tries: {
                url: string;
                /** @description The body that was sent; null: it could not be made. The first 4,000 characters. */
                payload: string | null;
                /** @description Of the answer; null: none came, and `error` says why. */
                status: number | null;
                error: string | null;
                /** @description The body that came back. The first 4,000 characters. */
                answer: string | null;
                /**
                 * Format: date-time
                 * @example 2030-05-01T14:00:00Z
                 */
                ended_at: string;
            }[];
        };
        WebhookTested: {
            /** Format: uuid */
            delivery_id: string;
        };
        WebhookReplayed: {
            count: number;
            /**
             * Format: uuid
             * @description There may be more after this one; null: there is not.
             */
            next_after: string | null;
        };
        WebhookReplay: {
            /**
             * Format: uuid
             * @description The id of a message: what came after it is sent again.
             */
            after: string;
            /**
             * @description Only what was never taken; false: all of it.
             * @default true
             */
            only_failed?: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person who is signed in, or a key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "person",
                     *       "tenant": {
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "person": {
                     *         "id": 1,
                     *         "email": "text",
                     *         "name": "text",
                     *         "role": "administrator",
                     *         "two_factor": true
                     *       },
                     *       "scopes": [
                     *         "events:read"
                     *       ],
                     *       "calendar_ids": [
                     *         1
                     *       ],
                     *       "ends_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "admin@example.org",
                 *       "password": "text",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description They are signed in; the cookie came with it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "person",
                     *       "tenant": {
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "person": {
                     *         "id": 1,
                     *         "email": "text",
                     *         "name": "text",
                     *         "role": "administrator",
                     *         "two_factor": true
                     *       },
                     *       "scopes": [
                     *         "events:read"
                     *       ],
                     *       "calendar_ids": [
                     *         1
                     *       ],
                     *       "ends_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not recognised, or a code is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "Not recognised, or a code is needed.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They may not come in */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "They may not come in.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A new password has to be set first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A new password has to be set first.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page of another site sent it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "A page of another site sent it.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "name": "text"
                     *       },
                     *       "password": true,
                     *       "provider": true
                     *     }
                     */
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            /** @description There is no house at this host */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no house at this host.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "admin@example.org"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Who has an account is mailed */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page of another site sent it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "A page of another site sent it.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link that was mailed. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "text"
                 *     }
                 */
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description It is set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page of another site sent it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "A page of another site sent it.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeTwoFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "text",
                     *       "uri": "otpauth://totp/Harbour%20Loft:admin%40example.org?secret=…"
                     *     }
                     */
                    "application/json": components["schemas"]["TwoFactorProposal"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Only somebody who is signed in has a second factor */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "Only somebody who is signed in has a second factor.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description That was not right; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "That was not right; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableTwoFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "text",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["TwoFactorConfirmation"];
            };
        };
        responses: {
            /** @description It is on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recovery_codes": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Only somebody who is signed in has a second factor */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "Only somebody who is signed in has a second factor.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description That was not right; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "That was not right; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableTwoFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "text"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description It is off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Only somebody who is signed in has a second factor */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "Only somebody who is signed in has a second factor.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description That was not right; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "That was not right; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeTwoFactorOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "mina@example.org",
                 *       "password": "text",
                 *       "code": ""
                 *     }
                 */
                "application/json": components["schemas"]["AccountProof"];
            };
        };
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "text",
                     *       "uri": "otpauth://totp/Harbour%20Loft:admin%40example.org?secret=…"
                     *     }
                     */
                    "application/json": components["schemas"]["TwoFactorProposal"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not recognised */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "Not recognised.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page of another site sent it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "A page of another site sent it.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The code is not of the new key */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "The code is not of the new key.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableTwoFactorOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "mina@example.org",
                 *       "password": "text",
                 *       "code": "",
                 *       "key": "text",
                 *       "new_code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["AccountConfirmation"];
            };
        };
        responses: {
            /** @description It is on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recovery_codes": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not recognised */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "Not recognised.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page of another site sent it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "A page of another site sent it.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The code is not of the new key */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "The code is not of the new key.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableTwoFactorOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "mina@example.org",
                 *       "password": "text",
                 *       "code": ""
                 *     }
                 */
                "application/json": components["schemas"]["AccountProof"];
            };
        };
        responses: {
            /** @description It is off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not recognised */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "Not recognised.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page of another site sent it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "A page of another site sent it.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The code is not of the new key */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "The code is not of the new key.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    examineInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every check with what it saw and found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "checks": [
                     *         {
                     *           "check": "sender domains",
                     *           "facts": {
                     *             "domains": "harbour.example"
                     *           },
                     *           "findings": [
                     *             {
                     *               "name": "spf_missing",
                     *               "severity": "fault",
                     *               "says": "harbour.example has no SPF record.",
                     *               "mend": "Publish a TXT record `v=spf1 …` that names the servers that send for this domain."
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DoctorReport"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The process that answers does not look at itself */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "The process that answers does not look at itself.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of calendars */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "name": "Roof",
                     *           "zone": "Europe/Madrid",
                     *           "organizer_name": "text",
                     *           "reply_to": "text",
                     *           "schedule": {
                     *             "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *             "open": {
                     *               "monday": [
                     *                 {
                     *                   "start": "09:30",
                     *                   "end": "09:30"
                     *                 }
                     *               ],
                     *               "tuesday": [
                     *                 {
                     *                   "start": "09:30",
                     *                   "end": "09:30"
                     *                 }
                     *               ],
                     *               "wednesday": [
                     *                 {
                     *                   "start": "09:30",
                     *                   "end": "09:30"
                     *                 }
                     *               ],
                     *               "thursday": [
                     *                 {
                     *                   "start": "09:30",
                     *                   "end": "09:30"
                     *                 }
                     *               ],
                     *               "friday": [
                     *                 {
                     *                   "start": "09:30",
                     *                   "end": "09:30"
                     *                 }
                     *               ],
                     *               "saturday": [
                     *                 {
                     *                   "start": "09:30",
                     *                   "end": "09:30"
                     *                 }
                     *               ],
                     *               "sunday": [
                     *                 {
                     *                   "start": "09:30",
                     *                   "end": "09:30"
                     *                 }
                     *               ]
                     *             },
                     *             "slot_minutes": 30,
                     *             "gap_minutes": 1,
                     *             "max_per_day": 1
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Roof",
                 *       "zone": "Europe/Madrid",
                 *       "organizer_name": "Mina",
                 *       "reply_to": "mina@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendar"];
            };
        };
        responses: {
            /** @description The calendar */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Roof",
                     *       "zone": "Europe/Madrid",
                     *       "organizer_name": "text",
                     *       "reply_to": "text",
                     *       "schedule": {
                     *         "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *         "open": {
                     *           "monday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "sunday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ]
                     *         },
                     *         "slot_minutes": 30,
                     *         "gap_minutes": 1,
                     *         "max_per_day": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Roof",
                     *       "zone": "Europe/Madrid",
                     *       "organizer_name": "text",
                     *       "reply_to": "text",
                     *       "schedule": {
                     *         "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *         "open": {
                     *           "monday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "sunday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ]
                     *         },
                     *         "slot_minutes": 30,
                     *         "gap_minutes": 1,
                     *         "max_per_day": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Roof and hall"
                 *     }
                 */
                "application/json": components["schemas"]["CalendarChange"];
            };
        };
        responses: {
            /** @description The calendar as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Roof",
                     *       "zone": "Europe/Madrid",
                     *       "organizer_name": "text",
                     *       "reply_to": "text",
                     *       "schedule": {
                     *         "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *         "open": {
                     *           "monday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ],
                     *           "sunday": [
                     *             {
                     *               "start": "09:30",
                     *               "end": "09:30"
                     *             }
                     *           ]
                     *         },
                     *         "slot_minutes": 30,
                     *         "gap_minutes": 1,
                     *         "max_per_day": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The number of a calendar, or its public UUID. */
                calendar?: string;
                /** @description Only events that begin then or later. */
                from?: string;
                /** @description Only events that begin before. */
                to?: string;
                status?: ("draft" | "scheduled" | "cancelled")[];
                /** @description Words that title, place or organizer begin with, all of them, in any case. */
                q?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "revision": 1,
                     *           "kind": "meeting",
                     *           "status": "draft",
                     *           "calendar_id": 1,
                     *           "calendar_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "title": "Harbour walk",
                     *           "short_description": "text",
                     *           "description": "text",
                     *           "location": "Pier 3",
                     *           "venue_address": "text",
                     *           "zone": "Europe/Madrid",
                     *           "starts_at": "2030-05-01T14:00:00Z",
                     *           "ends_at": "2030-05-01T14:00:00Z",
                     *           "organizer_name": "Mina",
                     *           "reply_to": "text",
                     *           "capacity": 1,
                     *           "seats_taken": 1,
                     *           "seats_held": 1,
                     *           "public": true,
                     *           "published_at": "2030-05-01T14:00:00Z",
                     *           "open_to": "everyone",
                     *           "waiting_list": true,
                     *           "categories": [
                     *             "text"
                     *           ],
                     *           "featured": true,
                     *           "show_in_home_page": true,
                     *           "allow_comments": true,
                     *           "show_attendees": true,
                     *           "attendee_links": true,
                     *           "has_image": true,
                     *           "cancelled_at": "2030-05-01T14:00:00Z",
                     *           "cancel_reason": "text",
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "updated_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "calendar_id": 1,
                 *       "title": "Harbour walk",
                 *       "location": "Pier 3",
                 *       "starts_at": "2030-05-01T14:00:00Z",
                 *       "ends_at": "2030-05-01T15:00:00Z",
                 *       "capacity": 20,
                 *       "public": true,
                 *       "waiting_list": true
                 *     }
                 */
                "application/json": components["schemas"]["NewEvent"];
            };
        };
        responses: {
            /** @description The event */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "revision": 1,
                     *       "kind": "meeting",
                     *       "status": "draft",
                     *       "calendar_id": 1,
                     *       "calendar_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "title": "Harbour walk",
                     *       "short_description": "text",
                     *       "description": "text",
                     *       "location": "Pier 3",
                     *       "venue_address": "text",
                     *       "zone": "Europe/Madrid",
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "organizer_name": "Mina",
                     *       "reply_to": "text",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "public": true,
                     *       "published_at": "2030-05-01T14:00:00Z",
                     *       "open_to": "everyone",
                     *       "waiting_list": true,
                     *       "categories": [
                     *         "text"
                     *       ],
                     *       "featured": true,
                     *       "show_in_home_page": true,
                     *       "allow_comments": true,
                     *       "show_attendees": true,
                     *       "attendee_links": true,
                     *       "has_image": true,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "cancel_reason": "text",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such calendar */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such calendar.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The calendar has another event at that time; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "The calendar has another event at that time; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event; its ETag is its revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "revision": 1,
                     *       "kind": "meeting",
                     *       "status": "draft",
                     *       "calendar_id": 1,
                     *       "calendar_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "title": "Harbour walk",
                     *       "short_description": "text",
                     *       "description": "text",
                     *       "location": "Pier 3",
                     *       "venue_address": "text",
                     *       "zone": "Europe/Madrid",
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "organizer_name": "Mina",
                     *       "reply_to": "text",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "public": true,
                     *       "published_at": "2030-05-01T14:00:00Z",
                     *       "open_to": "everyone",
                     *       "waiting_list": true,
                     *       "categories": [
                     *         "text"
                     *       ],
                     *       "featured": true,
                     *       "show_in_home_page": true,
                     *       "allow_comments": true,
                     *       "show_attendees": true,
                     *       "attendee_links": true,
                     *       "has_image": true,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "cancel_reason": "text",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refused with 412 where somebody edited the event after that revision. */
                "if-match"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "Pier 4",
                 *       "reason": "Pier 3 is being mended"
                 *     }
                 */
                "application/json": components["schemas"]["EventChange"];
            };
        };
        responses: {
            /** @description The event as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "revision": 1,
                     *       "kind": "meeting",
                     *       "status": "draft",
                     *       "calendar_id": 1,
                     *       "calendar_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "title": "Harbour walk",
                     *       "short_description": "text",
                     *       "description": "text",
                     *       "location": "Pier 3",
                     *       "venue_address": "text",
                     *       "zone": "Europe/Madrid",
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "organizer_name": "Mina",
                     *       "reply_to": "text",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "public": true,
                     *       "published_at": "2030-05-01T14:00:00Z",
                     *       "open_to": "everyone",
                     *       "waiting_list": true,
                     *       "categories": [
                     *         "text"
                     *       ],
                     *       "featured": true,
                     *       "show_in_home_page": true,
                     *       "allow_comments": true,
                     *       "show_attendees": true,
                     *       "attendee_links": true,
                     *       "has_image": true,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "cancel_reason": "text",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is cancelled, or somebody waits in the list that is to go */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It is cancelled, or somebody waits in the list that is to go.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody edited it since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody edited it since.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "revision": 1,
                     *       "kind": "meeting",
                     *       "status": "draft",
                     *       "calendar_id": 1,
                     *       "calendar_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "title": "Harbour walk",
                     *       "short_description": "text",
                     *       "description": "text",
                     *       "location": "Pier 3",
                     *       "venue_address": "text",
                     *       "zone": "Europe/Madrid",
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "organizer_name": "Mina",
                     *       "reply_to": "text",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "public": true,
                     *       "published_at": "2030-05-01T14:00:00Z",
                     *       "open_to": "everyone",
                     *       "waiting_list": true,
                     *       "categories": [
                     *         "text"
                     *       ],
                     *       "featured": true,
                     *       "show_in_home_page": true,
                     *       "allow_comments": true,
                     *       "show_attendees": true,
                     *       "attendee_links": true,
                     *       "has_image": true,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "cancel_reason": "text",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "notices": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedEvent"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is cancelled or over, or the calendar has another event at that time; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It is cancelled or over, or the calendar has another event at that time; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpublishEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "revision": 1,
                     *       "kind": "meeting",
                     *       "status": "draft",
                     *       "calendar_id": 1,
                     *       "calendar_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "title": "Harbour walk",
                     *       "short_description": "text",
                     *       "description": "text",
                     *       "location": "Pier 3",
                     *       "venue_address": "text",
                     *       "zone": "Europe/Madrid",
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "organizer_name": "Mina",
                     *       "reply_to": "text",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "public": true,
                     *       "published_at": "2030-05-01T14:00:00Z",
                     *       "open_to": "everyone",
                     *       "waiting_list": true,
                     *       "categories": [
                     *         "text"
                     *       ],
                     *       "featured": true,
                     *       "show_in_home_page": true,
                     *       "allow_comments": true,
                     *       "show_attendees": true,
                     *       "attendee_links": true,
                     *       "has_image": true,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "cancel_reason": "text",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody has a seat at it, or it is cancelled; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "Somebody has a seat at it, or it is cancelled; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    copyEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "starts_at": "2030-06-05T14:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["EventCopy"];
            };
        };
        responses: {
            /** @description The copy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "revision": 1,
                     *       "kind": "meeting",
                     *       "status": "draft",
                     *       "calendar_id": 1,
                     *       "calendar_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "title": "Harbour walk",
                     *       "short_description": "text",
                     *       "description": "text",
                     *       "location": "Pier 3",
                     *       "venue_address": "text",
                     *       "zone": "Europe/Madrid",
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "organizer_name": "Mina",
                     *       "reply_to": "text",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "public": true,
                     *       "published_at": "2030-05-01T14:00:00Z",
                     *       "open_to": "everyone",
                     *       "waiting_list": true,
                     *       "categories": [
                     *         "text"
                     *       ],
                     *       "featured": true,
                     *       "show_in_home_page": true,
                     *       "allow_comments": true,
                     *       "show_attendees": true,
                     *       "attendee_links": true,
                     *       "has_image": true,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "cancel_reason": "text",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
                /** @description Refused with 412 where somebody edited the event after that revision. */
                "if-match"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The roof leaks",
                 *       "message": "Your money is on its way back."
                 *     }
                 */
                "application/json": components["schemas"]["NewCancellation"];
            };
        };
        responses: {
            /** @description It was off already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "cancelled",
                     *       "change_id": 1,
                     *       "event_id": 1,
                     *       "revision": 1,
                     *       "notices": 1,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "reason": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Cancellation"];
                };
            };
            /** @description It is off */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "cancelled",
                     *       "change_id": 1,
                     *       "event_id": 1,
                     *       "revision": 1,
                     *       "notices": 1,
                     *       "cancelled_at": "2030-05-01T14:00:00Z",
                     *       "reason": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Cancellation"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody edited it since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody edited it since.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rescheduleEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
                /** @description Refused with 412 where somebody edited the event after that revision. */
                "if-match"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "starts_at": "2030-05-02T14:00:00Z",
                 *       "ends_at": "2030-05-02T15:00:00Z",
                 *       "reason": "The roof leaks"
                 *     }
                 */
                "application/json": components["schemas"]["NewReschedule"];
            };
        };
        responses: {
            /** @description It was then already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "rescheduled",
                     *       "change_id": 1,
                     *       "event_id": 1,
                     *       "revision": 1,
                     *       "notices": 1,
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "zone": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Reschedule"];
                };
            };
            /** @description It is then */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "rescheduled",
                     *       "change_id": 1,
                     *       "event_id": 1,
                     *       "revision": 1,
                     *       "notices": 1,
                     *       "starts_at": "2030-05-01T14:00:00Z",
                     *       "ends_at": "2030-05-01T14:00:00Z",
                     *       "zone": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Reschedule"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is cancelled, or the calendar has another event at that time; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It is cancelled, or the calendar has another event at that time; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody edited it since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody edited it since.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventImage: {
        parameters: {
            query?: {
                /** @description The other one is shown where there is none of this size. */
                size?: "small" | "large";
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
                    "image/webp": string;
                    "image/gif": string;
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setEventImage: {
        parameters: {
            query?: {
                /** @description The other one is shown where there is none of this size. */
                size?: "small" | "large";
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/gif": string;
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteEventImage: {
        parameters: {
            query?: {
                /** @description The other one is shown where there is none of this size. */
                size?: "small" | "large";
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTicketTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "event_id": 1,
                     *           "name": "Standard",
                     *           "description": "text",
                     *           "price": "12.50",
                     *           "currency": "EUR",
                     *           "capacity": 1,
                     *           "seats_taken": 1,
                     *           "seats_held": 1,
                     *           "max_per_attendee": 1,
                     *           "sale_starts_at": "2030-05-01T14:00:00Z",
                     *           "sale_ends_at": "2030-05-01T14:00:00Z",
                     *           "display_order": 1,
                     *           "hidden": true,
                     *           "open_to": "everyone",
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "updated_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketTypeList"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTicketType: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Standard",
                 *       "price": "12.50",
                 *       "capacity": 100
                 *     }
                 */
                "application/json": components["schemas"]["NewTicketType"];
            };
        };
        responses: {
            /** @description The ticket type */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "event_id": 1,
                     *       "name": "Standard",
                     *       "description": "text",
                     *       "price": "12.50",
                     *       "currency": "EUR",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "max_per_attendee": 1,
                     *       "sale_starts_at": "2030-05-01T14:00:00Z",
                     *       "sale_ends_at": "2030-05-01T14:00:00Z",
                     *       "display_order": 1,
                     *       "hidden": true,
                     *       "open_to": "everyone",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "offered": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TicketTypeResult"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is no ticketed event, or cancelled or over; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It is no ticketed event, or cancelled or over; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                typeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket type */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "event_id": 1,
                     *       "name": "Standard",
                     *       "description": "text",
                     *       "price": "12.50",
                     *       "currency": "EUR",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "max_per_attendee": 1,
                     *       "sale_starts_at": "2030-05-01T14:00:00Z",
                     *       "sale_ends_at": "2030-05-01T14:00:00Z",
                     *       "display_order": 1,
                     *       "hidden": true,
                     *       "open_to": "everyone",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TicketType"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTicketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                typeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody has, had, ordered or waits for a ticket of it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "Somebody has, had, ordered or waits for a ticket of it.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTicketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                typeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hidden": true
                 *     }
                 */
                "application/json": components["schemas"]["TicketTypeChange"];
            };
        };
        responses: {
            /** @description The ticket type as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "event_id": 1,
                     *       "name": "Standard",
                     *       "description": "text",
                     *       "price": "12.50",
                     *       "currency": "EUR",
                     *       "capacity": 1,
                     *       "seats_taken": 1,
                     *       "seats_held": 1,
                     *       "max_per_attendee": 1,
                     *       "sale_starts_at": "2030-05-01T14:00:00Z",
                     *       "sale_ends_at": "2030-05-01T14:00:00Z",
                     *       "display_order": 1,
                     *       "hidden": true,
                     *       "open_to": "everyone",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "offered": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TicketTypeResult"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More tickets are taken, or the event is cancelled or over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "More tickets are taken, or the event is cancelled or over.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "event_id": 1,
                     *           "ticket_id": 1,
                     *           "revision": 1,
                     *           "kind": "event_rescheduled",
                     *           "at": "2030-05-01T14:00:00Z",
                     *           "by": {
                     *             "kind": "key",
                     *             "id": "text",
                     *             "name": "Front office"
                     *           },
                     *           "door": "v1",
                     *           "cause": "text",
                     *           "reason": "The roof leaks",
                     *           "fields": [
                     *             {
                     *               "name": "starts_at",
                     *               "before": null,
                     *               "after": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "event_id": 1,
                     *       "ticket_id": 1,
                     *       "revision": 1,
                     *       "kind": "event_rescheduled",
                     *       "at": "2030-05-01T14:00:00Z",
                     *       "by": {
                     *         "kind": "key",
                     *         "id": "text",
                     *         "name": "Front office"
                     *       },
                     *       "door": "v1",
                     *       "cause": "text",
                     *       "reason": "The roof leaks",
                     *       "fields": [
                     *         {
                     *           "name": "starts_at",
                     *           "before": null,
                     *           "after": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Change"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importAttendees: {
        parameters: {
            query?: {
                /** @description False: nobody is mailed, and all of them count as told. */
                notify?: boolean;
                /** @description True: say what would happen, and do nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "text/csv": string;
                "text/calendar": string;
                /**
                 * @example {
                 *       "rows": [
                 *         {
                 *           "name": "text",
                 *           "first_name": "text",
                 *           "last_name": "text",
                 *           "email": "text",
                 *           "telephone": "text",
                 *           "zone": "text",
                 *           "language": "text",
                 *           "role": "text",
                 *           "ticket_type": "text",
                 *           "participation_status": "text"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AttendeeRows"];
            };
        };
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added": 1,
                     *       "skipped": 1,
                     *       "notices": 1,
                     *       "ignored_columns": [
                     *         "text"
                     *       ],
                     *       "dry_run": true
                     *     }
                     */
                    "application/json": components["schemas"]["ImportedAttendees"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are not enough seats, or the event is cancelled or over; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "There are not enough seats, or the event is cancelled or over; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Rows cannot be read; or: The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "Rows cannot be read; or: The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAttendees: {
        parameters: {
            query?: {
                /** @description Part of a name or an address, or a code. */
                q?: string;
                state?: ("attending" | "removed")[];
                /** @description What they know; `not_reached` is whoever does not know the latest. May repeat. */
                reach?: ("reached" | "nothing_owed" | "not_written" | "queued" | "sending" | "deferred" | "captured" | "bounced" | "suppressed" | "failed" | "no_address" | "not_planned" | "not_reached")[];
                /** @description Only who has come, or who has not. */
                checked_in?: boolean;
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attendees */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallList: {
        parameters: {
            query?: {
                /** @description Why they were not reached; may repeat. Without it deferred, bounced, suppressed, failed, no_address, not_planned: not who is on the way to be. */
                why?: ("not_written" | "queued" | "sending" | "deferred" | "captured" | "bounced" | "suppressed" | "failed" | "no_address" | "not_planned")[];
                /** @description Goes before `Accept`. */
                format?: "json" | "csv";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whom to call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "attendee_id": 1,
                     *           "name": "text",
                     *           "telephone": "text",
                     *           "email": "text",
                     *           "why": "reached",
                     *           "last_reply": "text",
                     *           "state": "attending"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CallList"];
                    "text/csv": string;
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendToAttendee: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                attendeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "planned": 1,
                     *       "on_their_way": 1,
                     *       "recently": 1,
                     *       "no_address": 1,
                     *       "suppressed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Resent"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The event is a draft; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "The event is a draft; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendToAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "not_reached"
                 *     }
                 */
                "application/json": components["schemas"]["ResendToAll"];
            };
        };
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "planned": 1,
                     *       "on_their_way": 1,
                     *       "recently": 1,
                     *       "no_address": 1,
                     *       "suppressed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Resent"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The event is a draft; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "The event is a draft; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttendees: {
        parameters: {
            query?: {
                /** @description Part of a name or an address, or a code. */
                q?: string;
                state?: ("attending" | "removed")[];
                /** @description What they know; `not_reached` is whoever does not know the latest. May repeat. */
                reach?: ("reached" | "nothing_owed" | "not_written" | "queued" | "sending" | "deferred" | "captured" | "bounced" | "suppressed" | "failed" | "no_address" | "not_planned" | "not_reached")[];
                /** @description Only who has come, or who has not. */
                checked_in?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attendees */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "event_id": 1,
                     *           "state": "attending",
                     *           "name": "text",
                     *           "email": "text",
                     *           "telephone": "text",
                     *           "zone": "text",
                     *           "zone_source": "person",
                     *           "language": "text",
                     *           "role": "attendee",
                     *           "participation_status": "needs-action",
                     *           "ticket_type_id": 1,
                     *           "ticket_type": "text",
                     *           "customer_id": 1,
                     *           "code": "text",
                     *           "reach": "reached",
                     *           "last_reply": "text",
                     *           "check_in_id": 1,
                     *           "checked_in_at": "2030-05-01T14:00:00Z",
                     *           "resent_at": "2030-05-01T14:00:00Z",
                     *           "issued_at": "2030-05-01T14:00:00Z",
                     *           "updated_at": "2030-05-01T14:00:00Z",
                     *           "removed_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AttendeePage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAttendee: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Mina",
                 *       "email": "mina@example.org",
                 *       "telephone": "+34 600 000 001",
                 *       "zone": "Europe/Madrid",
                 *       "language": "en",
                 *       "role": "attendee",
                 *       "participation_status": "needs-action",
                 *       "ticket_type_id": 1,
                 *       "notify": true
                 *     }
                 */
                "application/json": components["schemas"]["NewAttendee"];
            };
        };
        responses: {
            /** @description The attendee */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "event_id": 1,
                     *       "state": "attending",
                     *       "name": "text",
                     *       "email": "text",
                     *       "telephone": "text",
                     *       "zone": "text",
                     *       "zone_source": "person",
                     *       "language": "text",
                     *       "role": "attendee",
                     *       "participation_status": "needs-action",
                     *       "ticket_type_id": 1,
                     *       "ticket_type": "text",
                     *       "customer_id": 1,
                     *       "code": "text",
                     *       "reach": "reached",
                     *       "last_reply": "text",
                     *       "check_in_id": 1,
                     *       "checked_in_at": "2030-05-01T14:00:00Z",
                     *       "resent_at": "2030-05-01T14:00:00Z",
                     *       "issued_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "removed_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Attendee"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They attend already, there is no seat, or the event is cancelled or over; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "They attend already, there is no seat, or the event is cancelled or over; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttendee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                attendeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attendee */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "event_id": 1,
                     *       "state": "attending",
                     *       "name": "text",
                     *       "email": "text",
                     *       "telephone": "text",
                     *       "zone": "text",
                     *       "zone_source": "person",
                     *       "language": "text",
                     *       "role": "attendee",
                     *       "participation_status": "needs-action",
                     *       "ticket_type_id": 1,
                     *       "ticket_type": "text",
                     *       "customer_id": 1,
                     *       "code": "text",
                     *       "reach": "reached",
                     *       "last_reply": "text",
                     *       "check_in_id": 1,
                     *       "checked_in_at": "2030-05-01T14:00:00Z",
                     *       "resent_at": "2030-05-01T14:00:00Z",
                     *       "issued_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "removed_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Attendee"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAttendee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                attendeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They were removed before, or the event is cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "They were removed before, or the event is cancelled.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctAttendee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                attendeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Mina",
                 *       "email": "mina@example.org",
                 *       "telephone": "+34 600 000 001",
                 *       "zone": "Europe/Madrid",
                 *       "language": "en",
                 *       "participation_status": "needs-action"
                 *     }
                 */
                "application/json": components["schemas"]["AttendeeCorrection"];
            };
        };
        responses: {
            /** @description The attendee as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "event_id": 1,
                     *       "state": "attending",
                     *       "name": "text",
                     *       "email": "text",
                     *       "telephone": "text",
                     *       "zone": "text",
                     *       "zone_source": "person",
                     *       "language": "text",
                     *       "role": "attendee",
                     *       "participation_status": "needs-action",
                     *       "ticket_type_id": 1,
                     *       "ticket_type": "text",
                     *       "customer_id": 1,
                     *       "code": "text",
                     *       "reach": "reached",
                     *       "last_reply": "text",
                     *       "check_in_id": 1,
                     *       "checked_in_at": "2030-05-01T14:00:00Z",
                     *       "resent_at": "2030-05-01T14:00:00Z",
                     *       "issued_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "removed_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Attendee"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They were removed, or somebody has that address */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "They were removed, or somebody has that address.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "K7M2QX9B",
                 *       "event": 1
                 *     }
                 */
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description Whose code it is, and whether it lets in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "checked_in",
                     *       "attendee_id": 1,
                     *       "event_id": 1,
                     *       "event_title": "text",
                     *       "name": "text",
                     *       "ticket_type": "text",
                     *       "check_in_id": 1,
                     *       "checked_in_at": "2030-05-01T14:00:00Z",
                     *       "checked_in_by": {
                     *         "kind": "text",
                     *         "id": "text",
                     *         "name": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CheckedIn"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope check-ins:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope check-ins:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No ticket has this code */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No ticket has this code.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoCheckIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Undone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope check-ins:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope check-ins:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was undone before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It was undone before.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countCheckIns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "event_id": 1,
                     *       "seats": 1,
                     *       "checked_in": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Present"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope check-ins:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope check-ins:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Doors open at nine",
                 *       "text": "Please come by the north gate.",
                 *       "to": "all"
                 *     }
                 */
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description It is on its way */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "change_id": 1,
                     *       "change_public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "recipients": 1,
                     *       "no_address": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description These words were sent a moment ago, or nobody has an address; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "These words were sent a moment ago, or nobody has an address; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "name": "Till at the door",
                     *           "scopes": [
                     *             "attendees:read",
                     *             "check-ins:write"
                     *           ],
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "expires_at": "2030-05-01T14:00:00Z",
                     *           "last_used_at": "2030-05-01T14:00:00Z",
                     *           "previous_secret_until": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Till at the door",
                 *       "scopes": [
                 *         "attendees:read",
                 *         "check-ins:write"
                 *       ],
                 *       "expires_at": "2031-01-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Till at the door",
                     *       "scopes": [
                     *         "attendees:read",
                     *         "check-ins:write"
                     *       ],
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "expires_at": "2030-05-01T14:00:00Z",
                     *       "last_used_at": "2030-05-01T14:00:00Z",
                     *       "previous_secret_until": "2030-05-01T14:00:00Z",
                     *       "secret": "adj_5v3…"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Till at the door",
                     *       "scopes": [
                     *         "attendees:read",
                     *         "check-ins:write"
                     *       ],
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "expires_at": "2030-05-01T14:00:00Z",
                     *       "last_used_at": "2030-05-01T14:00:00Z",
                     *       "previous_secret_until": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlap_hours": 24
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyRotation"];
            };
        };
        responses: {
            /** @description The key with its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Till at the door",
                     *       "scopes": [
                     *         "attendees:read",
                     *         "check-ins:write"
                     *       ],
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "expires_at": "2030-05-01T14:00:00Z",
                     *       "last_used_at": "2030-05-01T14:00:00Z",
                     *       "previous_secret_until": "2030-05-01T14:00:00Z",
                     *       "secret": "adj_5v3…"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant of the key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Harbour Loft",
                     *       "zone": "Europe/Madrid",
                     *       "locale": "en",
                     *       "sender_mailbox": "events@harbour-loft.example",
                     *       "currency": "EUR",
                     *       "hosts": [
                     *         "loft.example.org"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Loft",
                 *       "zone": "Europe/Madrid",
                 *       "locale": "en",
                 *       "sender_mailbox": "events@harbour-loft.example",
                 *       "currency": "EUR",
                 *       "hosts": [
                 *         "loft.example.org"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TenantChanges"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Harbour Loft",
                     *       "zone": "Europe/Madrid",
                     *       "locale": "en",
                     *       "sender_mailbox": "events@harbour-loft.example",
                     *       "currency": "EUR",
                     *       "hosts": [
                     *         "loft.example.org"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another tenant has a host */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "Another tenant has a host.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "offerHours",
                     *           "value": 24,
                     *           "preset": 24,
                     *           "decided": true,
                     *           "does": "how long a seat is held for somebody who waited for it",
                     *           "allowed": "1 to 1000"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "offerHours": 12,
                 *       "strictIds": null
                 *     }
                 */
                "application/json": components["schemas"]["SettingChanges"];
            };
        };
        responses: {
            /** @description All settings as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "offerHours",
                     *           "value": 24,
                     *           "preset": 24,
                     *           "decided": true,
                     *           "does": "how long a seat is held for somebody who waited for it",
                     *           "allowed": "1 to 1000"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description What a name or an address contains, in any case. */
                q?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "email": "omar@example.org",
                     *           "name": "Omar",
                     *           "role": "organizer",
                     *           "calendar_ids": [
                     *             12
                     *           ],
                     *           "active": true,
                     *           "has_password": true,
                     *           "must_reset_password": true,
                     *           "two_factor": true,
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "last_signed_in_at": "2030-05-01T14:00:00Z",
                     *           "last_mail": {
                     *             "kind": "invitation",
                     *             "state": "sent",
                     *             "reply": "text"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "kenji@example.net",
                 *       "name": "Omar",
                 *       "role": "organizer",
                 *       "calendar_ids": [
                 *         12
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description They are invited */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "email": "omar@example.org",
                     *       "name": "Omar",
                     *       "role": "organizer",
                     *       "calendar_ids": [
                     *         12
                     *       ],
                     *       "active": true,
                     *       "has_password": true,
                     *       "must_reset_password": true,
                     *       "two_factor": true,
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "last_signed_in_at": "2030-05-01T14:00:00Z",
                     *       "last_mail": {
                     *         "kind": "invitation",
                     *         "state": "sent",
                     *         "reply": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody of the house has that address; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "Somebody of the house has that address; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "email": "omar@example.org",
                     *       "name": "Omar",
                     *       "role": "organizer",
                     *       "calendar_ids": [
                     *         12
                     *       ],
                     *       "active": true,
                     *       "has_password": true,
                     *       "must_reset_password": true,
                     *       "two_factor": true,
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "last_signed_in_at": "2030-05-01T14:00:00Z",
                     *       "last_mail": {
                     *         "kind": "invitation",
                     *         "state": "sent",
                     *         "reply": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They are the last administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "They are the last administrator.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "kenji@example.net",
                 *       "name": "Omar",
                 *       "role": "organizer",
                 *       "calendar_ids": [
                 *         12
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["PersonChanges"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "email": "omar@example.org",
                     *       "name": "Omar",
                     *       "role": "organizer",
                     *       "calendar_ids": [
                     *         12
                     *       ],
                     *       "active": true,
                     *       "has_password": true,
                     *       "must_reset_password": true,
                     *       "two_factor": true,
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "last_signed_in_at": "2030-05-01T14:00:00Z",
                     *       "last_mail": {
                     *         "kind": "invitation",
                     *         "state": "sent",
                     *         "reply": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else has that address, or they are the last administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "Somebody else has that address, or they are the last administrator.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requirePasswordOfPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are mailed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableTwoFactorOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description What a name or an address contains, in any case. */
                q?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "name": "Kenji",
                     *           "first_name": "text",
                     *           "middle_name": "text",
                     *           "last_name": "text",
                     *           "email": "text",
                     *           "phone": "text",
                     *           "address": {},
                     *           "zone": "Asia/Tokyo",
                     *           "language": "text",
                     *           "active": true,
                     *           "member": true,
                     *           "has_account": true,
                     *           "created_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "first_name": "Kenji",
                 *       "middle_name": "Kenji",
                 *       "last_name": "Kenji",
                 *       "email": "kenji@example.net",
                 *       "phone": "+34911234567",
                 *       "zone": "Europe/Madrid",
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["NewCustomer"];
            };
        };
        responses: {
            /** @description They are added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Kenji",
                     *       "first_name": "text",
                     *       "middle_name": "text",
                     *       "last_name": "text",
                     *       "email": "text",
                     *       "phone": "text",
                     *       "address": {},
                     *       "zone": "Asia/Tokyo",
                     *       "language": "text",
                     *       "active": true,
                     *       "member": true,
                     *       "has_account": true,
                     *       "created_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A customer has that address; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A customer has that address; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Kenji",
                     *       "first_name": "text",
                     *       "middle_name": "text",
                     *       "last_name": "text",
                     *       "email": "text",
                     *       "phone": "text",
                     *       "address": {},
                     *       "zone": "Asia/Tokyo",
                     *       "language": "text",
                     *       "active": true,
                     *       "member": true,
                     *       "has_account": true,
                     *       "created_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Kenji",
                 *       "first_name": "Kenji",
                 *       "middle_name": "Kenji",
                 *       "last_name": "Kenji",
                 *       "email": "kenji@example.net",
                 *       "phone": "+34911234567",
                 *       "zone": "Europe/Madrid",
                 *       "language": "en",
                 *       "active": true,
                 *       "member": true
                 *     }
                 */
                "application/json": components["schemas"]["CustomerChanges"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "name": "Kenji",
                     *       "first_name": "text",
                     *       "middle_name": "text",
                     *       "last_name": "text",
                     *       "email": "text",
                     *       "phone": "text",
                     *       "address": {},
                     *       "zone": "Asia/Tokyo",
                     *       "language": "text",
                     *       "active": true,
                     *       "member": true,
                     *       "has_account": true,
                     *       "created_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another customer has that address, or they sign in and need one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "Another customer has that address, or they sign in and need one.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requirePasswordOfCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are mailed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They have no account; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "They have no account; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuppressions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "address": "kenji@example.net",
                     *           "reason": "text",
                     *           "delivery_id": 1,
                     *           "created_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SuppressionPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSuppression: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "kenji@example.net",
                 *       "reason": "They asked for no mail."
                 *     }
                 */
                "application/json": components["schemas"]["NewSuppression"];
            };
        };
        responses: {
            /** @description It is suppressed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is suppressed already; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It is suppressed already; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is mailed again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope people:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope people:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonData: {
        parameters: {
            query: {
                address: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "text",
                     *       "also": [
                     *         "text"
                     *       ],
                     *       "names": [
                     *         "text"
                     *       ],
                     *       "kept": {}
                     *     }
                     */
                    "application/json": components["schemas"]["PersonData"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing is kept of that address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Nothing is kept of that address.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "kenji@example.net",
                 *       "give_back_seats": false
                 *     }
                 */
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            /** @description They are forgotten */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seats_given_back": 1,
                     *       "counts": {
                     *         "tickets": 3,
                     *         "deliveries": 7
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing is kept of that address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Nothing is kept of that address.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They have seats to come, are the last administrator, or are being mailed; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "They have seats to come, are the last administrator, or are being mailed; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                action?: "house_set_up" | "tenant_changed" | "setting_changed" | "person_invited" | "person_changed" | "person_removed" | "customer_created" | "customer_changed" | "signed_in" | "sign_in_refused" | "signed_out" | "password_reset_asked" | "password_required" | "password_set" | "two_factor_enabled" | "two_factor_disabled" | "recovery_code_used" | "key_created" | "key_changed" | "key_revoked" | "suppression_added" | "suppression_removed" | "exported" | "person_exported" | "person_erased" | "old_data_erased";
                /** @description Who did it, like `user:1` or `key:2`. */
                actor?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "at": "2030-05-01T14:00:00Z",
                     *           "actor": {
                     *             "kind": "user",
                     *             "id": "text",
                     *             "name": "text"
                     *           },
                     *           "action": "house_set_up",
                     *           "subject": {
                     *             "kind": "person",
                     *             "id": "text"
                     *           },
                     *           "details": {},
                     *           "network": "192.0.2.0/24",
                     *           "cause": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope admin is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope admin is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                state?: ("queued" | "sending" | "awaiting_retry" | "sent" | "captured" | "failed" | "bounced" | "aborted")[];
                /** @description The number of a change, or its public UUID. */
                change?: string;
                /** @description The number of an event, or its public UUID. */
                event?: string;
                recipient?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "change_id": 1,
                     *           "event_id": 1,
                     *           "ticket_id": 1,
                     *           "entry_id": 1,
                     *           "revision": 1,
                     *           "sequence": 1,
                     *           "purpose": "event_cancelled",
                     *           "occurrence": 1,
                     *           "channel": "email",
                     *           "recipient": "text",
                     *           "state": "queued",
                     *           "attempts": 1,
                     *           "last_reply": "text",
                     *           "possibly_sent": true,
                     *           "due_at": "2030-05-01T14:00:00Z",
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "finished_at": "2030-05-01T14:00:00Z",
                     *           "message_id": "text",
                     *           "told_once_key": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "change_id": 1,
                     *       "event_id": 1,
                     *       "ticket_id": 1,
                     *       "entry_id": 1,
                     *       "revision": 1,
                     *       "sequence": 1,
                     *       "purpose": "event_cancelled",
                     *       "occurrence": 1,
                     *       "channel": "email",
                     *       "recipient": "text",
                     *       "state": "queued",
                     *       "attempts": 1,
                     *       "last_reply": "text",
                     *       "possibly_sent": true,
                     *       "due_at": "2030-05-01T14:00:00Z",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "finished_at": "2030-05-01T14:00:00Z",
                     *       "message_id": "text",
                     *       "told_once_key": "text",
                     *       "tries": [
                     *         {
                     *           "number": 1,
                     *           "outcome": "sent",
                     *           "reply": "text",
                     *           "started_at": "2030-05-01T14:00:00Z",
                     *           "ended_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryWithTries"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnreached: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who knows and who does not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "event_id": 1,
                     *       "status": "draft",
                     *       "revision": 1,
                     *       "people": 1,
                     *       "reached": 1,
                     *       "nothing_owed": 1,
                     *       "counts": {
                     *         "not_written": 1,
                     *         "queued": 1,
                     *         "sending": 1,
                     *         "deferred": 1,
                     *         "captured": 1,
                     *         "bounced": 1,
                     *         "suppressed": 1,
                     *         "failed": 1,
                     *         "no_address": 1,
                     *         "not_planned": 1
                     *       },
                     *       "unreached": [
                     *         {
                     *           "ticket_id": 1,
                     *           "entry_id": 1,
                     *           "recipient": "text",
                     *           "name": "Mina",
                     *           "why": "not_written",
                     *           "purpose": "text",
                     *           "delivery_id": 1,
                     *           "state": "queued",
                     *           "attempts": 1,
                     *           "last_reply": "text",
                     *           "due_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Reach"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope notices:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope notices:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                state?: ("pending" | "settled" | "expired" | "cancelled")[];
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "state": "pending",
                     *           "customer_id": 1,
                     *           "customer_name": "text",
                     *           "customer_email": "text",
                     *           "currency": "EUR",
                     *           "total": "25.00",
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "due_at": "2030-05-01T14:00:00Z",
                     *           "finished_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope orders:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope orders:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "state": "pending",
                     *       "customer_id": 1,
                     *       "customer_name": "text",
                     *       "customer_email": "text",
                     *       "currency": "EUR",
                     *       "total": "25.00",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "due_at": "2030-05-01T14:00:00Z",
                     *       "finished_at": "2030-05-01T14:00:00Z",
                     *       "lines": [
                     *         {
                     *           "number": 1,
                     *           "event_id": 1,
                     *           "ticket_type_id": 1,
                     *           "price": "12.50",
                     *           "holder_name": "text",
                     *           "holder_email": "text",
                     *           "ticket_id": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderWithLines"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope orders:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope orders:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markOrderPaid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "state": "pending",
                     *       "customer_id": 1,
                     *       "customer_name": "text",
                     *       "customer_email": "text",
                     *       "currency": "EUR",
                     *       "total": "25.00",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "due_at": "2030-05-01T14:00:00Z",
                     *       "finished_at": "2030-05-01T14:00:00Z",
                     *       "lines": [
                     *         {
                     *           "number": 1,
                     *           "event_id": 1,
                     *           "ticket_type_id": 1,
                     *           "price": "12.50",
                     *           "holder_name": "text",
                     *           "holder_email": "text",
                     *           "ticket_id": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderWithLines"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope orders:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope orders:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is settled, over or cancelled already; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It is settled, over or cancelled already; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "state": "pending",
                     *       "customer_id": 1,
                     *       "customer_name": "text",
                     *       "customer_email": "text",
                     *       "currency": "EUR",
                     *       "total": "25.00",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "due_at": "2030-05-01T14:00:00Z",
                     *       "finished_at": "2030-05-01T14:00:00Z",
                     *       "lines": [
                     *         {
                     *           "number": 1,
                     *           "event_id": 1,
                     *           "ticket_type_id": 1,
                     *           "price": "12.50",
                     *           "holder_name": "text",
                     *           "holder_email": "text",
                     *           "ticket_id": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderWithLines"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope orders:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope orders:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not wait for payment; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "It does not wait for payment; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setEventCapacity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "capacity": 1
                 *     }
                 */
                "application/json": components["schemas"]["CapacityChange"];
            };
        };
        responses: {
            /** @description What counts now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "capacity": 1,
                     *       "offered": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Capacity"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More seats are taken, or the event is cancelled or over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "More seats are taken, or the event is cancelled or over.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTicketTypeCapacity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                typeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "capacity": 1
                 *     }
                 */
                "application/json": components["schemas"]["CapacityChange"];
            };
        };
        responses: {
            /** @description What counts now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "capacity": 1,
                     *       "offered": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Capacity"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope events:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope events:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More seats are taken, or the event is cancelled or over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "More seats are taken, or the event is cancelled or over.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaitlist: {
        parameters: {
            query?: {
                state?: ("waiting" | "offered" | "taken" | "expired" | "declined" | "withdrawn")[];
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 1,
                     *           "public_id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "state": "waiting",
                     *           "position": 1,
                     *           "customer_id": 1,
                     *           "name": "text",
                     *           "email": "text",
                     *           "ticket_type_id": 1,
                     *           "offered_type_id": 1,
                     *           "offered_until": "2030-05-01T14:00:00Z",
                     *           "joined_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["WaitlistPage"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFromWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number, or its public UUID. */
                id: string;
                /** @description Its number, or its public UUID. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope attendees:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope attendees:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "dialect": "meetbit",
                     *           "name": "text",
                     *           "url": "text",
                     *           "topics": [
                     *             "created"
                     *           ],
                     *           "status": "active",
                     *           "timeout_seconds": 1,
                     *           "failure_count": 1,
                     *           "last_status": 1,
                     *           "last_tried_at": "2030-05-01T14:00:00Z",
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "updated_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "CRM",
                 *       "url": "https://crm.example.net/hook",
                 *       "topics": [
                 *         "created"
                 *       ],
                 *       "dialect": "meetbit"
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The webhook with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "dialect": "meetbit",
                     *       "name": "text",
                     *       "url": "text",
                     *       "topics": [
                     *         "created"
                     *       ],
                     *       "status": "active",
                     *       "timeout_seconds": 1,
                     *       "failure_count": 1,
                     *       "last_status": 1,
                     *       "last_tried_at": "2030-05-01T14:00:00Z",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "secret": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are as many as there may be; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "There are as many as there may be; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "dialect": "meetbit",
                     *       "name": "text",
                     *       "url": "text",
                     *       "topics": [
                     *         "created"
                     *       ],
                     *       "status": "active",
                     *       "timeout_seconds": 1,
                     *       "failure_count": 1,
                     *       "last_status": 1,
                     *       "last_tried_at": "2030-05-01T14:00:00Z",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "CRM",
                 *       "url": "https://crm.example.net/hook",
                 *       "topics": [
                 *         "created"
                 *       ],
                 *       "status": "active"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChanges"];
            };
        };
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "dialect": "meetbit",
                     *       "name": "text",
                     *       "url": "text",
                     *       "topics": [
                     *         "created"
                     *       ],
                     *       "status": "active",
                     *       "timeout_seconds": 1,
                     *       "failure_count": 1,
                     *       "last_status": 1,
                     *       "last_tried_at": "2030-05-01T14:00:00Z",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook with its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "dialect": "meetbit",
                     *       "name": "text",
                     *       "url": "text",
                     *       "topics": [
                     *         "created"
                     *       ],
                     *       "status": "active",
                     *       "timeout_seconds": 1,
                     *       "failure_count": 1,
                     *       "last_status": 1,
                     *       "last_tried_at": "2030-05-01T14:00:00Z",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "updated_at": "2030-05-01T14:00:00Z",
                     *       "secret": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *           "change_id": 1,
                     *           "event_id": 1,
                     *           "topics": [
                     *             "created"
                     *           ],
                     *           "state": "queued",
                     *           "attempts": 1,
                     *           "last_status": 1,
                     *           "last_error": "text",
                     *           "due_at": "2030-05-01T14:00:00Z",
                     *           "created_at": "2030-05-01T14:00:00Z",
                     *           "finished_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                     *       "change_id": 1,
                     *       "event_id": 1,
                     *       "topics": [
                     *         "created"
                     *       ],
                     *       "state": "queued",
                     *       "attempts": 1,
                     *       "last_status": 1,
                     *       "last_error": "text",
                     *       "due_at": "2030-05-01T14:00:00Z",
                     *       "created_at": "2030-05-01T14:00:00Z",
                     *       "finished_at": "2030-05-01T14:00:00Z",
                     *       "tries": [
                     *         {
                     *           "url": "text",
                     *           "payload": "text",
                     *           "status": 1,
                     *           "error": "text",
                     *           "answer": "text",
                     *           "ended_at": "2030-05-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryWithTries"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:read is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:read is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being sent */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "delivery_id": "3f0c2a1e-5b7d-8c01-8000-000000000159"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookTested"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The webhook is not active; or: A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "The webhook is not active; or: A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "after": "3f0c2a1e-5b7d-8c01-8000-000000000159",
                 *       "only_failed": true
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReplay"];
            };
        };
        responses: {
            /** @description They are being sent */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next_after": "3f0c2a1e-5b7d-8c01-8000-000000000159"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReplayed"];
                };
            };
            /** @description Invalid parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:invalid-parameters",
                     *       "title": "Invalid parameters",
                     *       "status": 400,
                     *       "detail": "Invalid parameters.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key, and no session */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unauthorized",
                     *       "title": "No valid API key",
                     *       "status": 401,
                     *       "detail": "No valid API key, and no session.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope webhooks:write is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:forbidden",
                     *       "title": "Not permitted",
                     *       "status": 403,
                     *       "detail": "The scope webhooks:write is missing.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Not found.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this Idempotency-Key is being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:password-needed",
                     *       "title": "A new password is needed",
                     *       "status": 409,
                     *       "detail": "A request with this Idempotency-Key is being worked on.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-large",
                     *       "title": "Body too large",
                     *       "status": 413,
                     *       "detail": "Body too large.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:unsupported-media-type",
                     *       "title": "Unsupported media type",
                     *       "status": 415,
                     *       "detail": "Unsupported media type.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:not-possible",
                     *       "title": "Not possible",
                     *       "status": 422,
                     *       "detail": "The Idempotency-Key came with another request.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Too many requests.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:adjourn:problem:internal-error",
                     *       "title": "Internal error",
                     *       "status": 500,
                     *       "detail": "Internal error.",
                     *       "request_id": "0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
