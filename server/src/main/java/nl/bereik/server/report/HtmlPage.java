package nl.bereik.server.report;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An HTML document as a tree, so that no text can become markup. */
final class HtmlPage {
    private final Document document;
    private final Element head;
    private final Element body;

    HtmlPage(String languageTag, String title) {
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK builds documents", e);
        }
        Element html = document.createElement("html");
        html.setAttribute("lang", languageTag);
        document.appendChild(html);
        head = add(html, "head", "");
        add(head, "title", "", title);
        body = add(html, "body", "");
    }

    Document document() {
        return document;
    }

    Element head() {
        return head;
    }

    Element body() {
        return body;
    }

    /** A new last child. */
    Element add(Element parent, String name, String classes) {
        Element child = document.createElement(name);
        if (!classes.isEmpty()) {
            child.setAttribute("class", classes);
        }
        parent.appendChild(child);
        return child;
    }

    /** A new last child with a text. */
    Element add(Element parent, String name, String classes, String text) {
        Element child = add(parent, name, classes);
        child.appendChild(document.createTextNode(text));
        return child;
    }
}
