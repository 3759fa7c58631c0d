/**
 * The Java binding of the web's Channel Messaging API: interfaces for what an implementation offers, and a few value
 * types for what Java lacks.
 *
 * <p>Names are the standard's. An IDL attribute {@code x} is {@code getX()} and, where it can be set, {@code setX};
 * an operation keeps its name. An implementation implements the interfaces of what it claims and nothing else.
 *
 * <table>
 * <caption>Which Java type stands for which web value, in both directions</caption>
 * <tr><th>web</th><th>Java</th><th>remark</th></tr>
 * <tr><td>undefined</td><td>{@link Undefined#UNDEFINED}</td><td></td></tr>
 * <tr><td>null</td><td>{@code null}</td><td></td></tr>
 * <tr><td>boolean</td><td>{@link Boolean}</td><td></td></tr>
 * <tr><td>number</td><td>{@link Double}</td><td>any {@link Number} but BigInteger on the way in</td></tr>
 * <tr><td>bigint</td><td>{@link java.math.BigInteger}</td><td></td></tr>
 * <tr><td>string</td><td>{@link String}</td><td>UTF-16, lone surrogates kept</td></tr>
 * <tr><td>symbol</td><td>{@link Symbol}</td><td>by identity</td></tr>
 * <tr><td>wrapper object</td><td>{@link Boxed}</td><td>of a boolean, number, bigint or string</td></tr>
 * <tr><td>plain object</td><td>{@link PlainObject}</td><td>a {@code Map<String, ?>} is read as one</td></tr>
 * <tr><td>array</td><td>{@link java.util.List}</td><td>a hole is {@link Hole#HOLE}; {@link ArrayObject} where it has
 * other properties too</td></tr>
 * <tr><td>Map, Set</td><td>{@link WebMap}, {@link WebSet}</td><td>keys by SameValueZero, in insertion order</td></tr>
 * <tr><td>Date</td><td>{@link WebDate}</td><td>{@link java.time.Instant} is read as one</td></tr>
 * <tr><td>RegExp</td><td>{@link RegExp}</td><td></td></tr>
 * <tr><td>ArrayBuffer, SharedArrayBuffer</td><td>{@link ArrayBuffer}, {@link SharedArrayBuffer}</td><td></td></tr>
 * <tr><td>typed array, DataView</td><td>{@link BufferView}</td><td></td></tr>
 * <tr><td>Error and its kinds</td><td>{@link WebError}</td><td></td></tr>
 * <tr><td>DOMException</td><td>{@link DOMException}</td><td>a {@code RuntimeException}</td></tr>
 * <tr><td>thrown TypeError, RangeError</td><td>{@link WebTypeError}, {@link WebRangeError}</td><td>what the binding
 * itself throws</td></tr>
 * <tr><td>any other thrown value</td><td>{@link Thrown}</td><td>rethrown unchanged</td></tr>
 * <tr><td>function</td><td>{@link EventListener}, {@link Accessor}</td><td>never cloneable</td></tr>
 * <tr><td>platform object</td><td>the interfaces of this package</td><td></td></tr>
 * <tr><td>serializable object of the host</td><td>{@link HostSerializable}</td><td>the only other type that can be
 * cloned</td></tr>
 * <tr><td>what cannot be cloned</td><td>an object of any other type</td><td>DataCloneError</td></tr>
 * </table>
 */
@NullMarked
package dev.portspec.api;

import org.jspecify.annotations.NullMarked;
