// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request on a connection and its answer, from the request's head until both are over. */
final class Exchange {
    /** Of an unread request body: so much is read and dropped to keep the connection; beyond it the connection is closed. */
    private static final int MAX_DISCARD = 256 * 1024;

    private static final Logger LOG = System.getLogger(Exchange.class.getName());

    private final Connection connection;
    private final Channel channel;
    private final HttpRequest head;
    private final InboundBytes body;
    private final Signal clientGone = new Signal();
    private final AtomicBoolean continueAwaited = new AtomicBoolean();
    private volatile ClientOutput output;
    private volatile boolean close;
    private boolean handlerDone;
    private boolean responseDone;
    private boolean hijacked;

    Exchange(Connection connection, Channel channel, HttpRequest head) {
        this.connection = connection;
        this.channel = channel;
        this.head = head;
        this.close = !HttpUtil.isKeepAlive(head);
        this.body = new InboundBytes(channel::read);
        if (HttpUtil.is100ContinueExpected(head)) {
            continueAwaited.set(true);
            body.beforeFirstRead(this::askForBody);
        }
    }

    InboundBytes body() {
        return body;
    }

    boolean isHead() {
        return head.method().equals(HttpMethod.HEAD);
    }

    boolean isHttp10() {
        return head.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    /** Has a client that waits for it send the body; must come before the status of the answer. */
    void askForBody() {
        if (continueAwaited.compareAndSet(true, false)) {
            channel.eventLoop().execute(connection::sendContinue);
        }
    }

    /** The answer begins: a client that still waits is not asked for the body any more. */
    void keepBody() {
        continueAwaited.set(false);
    }

    void closeAfterwards() {
        close = true;
    }

    boolean closesAfterwards() {
        return close;
    }

    void setOutput(ClientOutput stream) {
        output = stream;
        channel.eventLoop().execute(() -> {
            if (!channel.isActive()) {
                stream.clientGone();
            }
        });
    }

    void onClientGone(Runnable action) {
        clientGone.on(action);
    }

    /** Runs the handler; on its own thread. */
    void run(RequestHandler handler) {
        Response response = new Response(this, channel);
        try {
            handler.handle(new Request(head.method().name(), head.uri(), head.headers(), body), response);
            channel.eventLoop().execute(() -> handled(response));
        } catch (RejectedExecutionException e) {
            // The server was closed meanwhile, and its connections with it.
            LOG.log(Level.DEBUG, "{0} {1} could not be answered: the server is closed", head.method(), head.uri());
            body.abandon();
        }
    }

    private void handled(Response response) {
        if (!response.hasBegun()) {
            body.abandon();
            channel.close();
            return;
        }
        handlerDone = true;
        advance();
    }

    /** The response went out to its end, or could not. Called on the event loop. */
    void responseDone(boolean success) {
        if (!success) {
            channel.close();
        }
        responseDone = true;
        advance();
    }

    /** Leaves HTTP; called on the handler's thread. */
    HijackedStream hijack(byte[] answer) throws IOException {
        if (body.skip(MAX_DISCARD) == MAX_DISCARD) {
            throw new IOException("the request's body is too long to be skipped");
        }
        CompletableFuture<HijackedStream> stream = new CompletableFuture<>();
        channel.eventLoop().execute(() -> {
            try {
                hijacked = true;
                HijackedConnection raw = connection.leaveHttp(answer);
                output = raw.output();
                stream.complete(raw.stream());
            } catch (IOException | RuntimeException e) {
                stream.completeExceptionally(e);
                channel.close();
            }
        });
        try {
            return stream.join();
        } catch (CompletionException e) {
            throw new IOException("cannot leave HTTP: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** The client takes more again. Called on the event loop. */
    void writabilityChanged() {
        if (output != null) {
            output.drain();
        }
    }

    /** The client sends nothing more, which in plain HTTP means that it left. Called on the event loop. */
    void inputShut() {
        if (!hijacked) {
            body.fail(new IOException("the client closed the connection before the request's end"));
            clientGone.fire();
        }
    }

    /** The connection is closed. Called on the event loop. */
    void disconnected() {
        body.fail(new IOException("the client closed the connection"));
        if (output != null) {
            output.clientGone();
        }
        responseDone = true;
        clientGone.fire();
        advance();
    }

    private void advance() {
        if (!handlerDone || !responseDone || hijacked) {
            return;
        }
        boolean whole = body.hasEnded();
        body.abandon();
        connection.exchangeOver(whole && !close);
    }
}
